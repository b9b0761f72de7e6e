import { describe, expect, test } from "vitest";
import { findingsIn } from "../../support/post-index.ts";

const rule = "reading/implausible";
const words = (count: number) => Array.from({ length: count }, () => "rye").join(" ");
const found = async (post: Readonly<Record<string, unknown>>, options = {}) =>
  (await findingsIn(rule, [{ title: "Rye", url: "/rye/", ...post }], { options })).map(({ messageId }) => messageId);

describe("with 3,000 words", () => {
  // 300 words a minute give 10, 175 give 17.1; a fifth more or less is allowed.
  test.each([
    [7, ["short"]],
    [8, []],
    [13, []],
    [20, []],
    [21, ["long"]],
  ])("%d min", async (readingTime, expected) => {
    expect(await found({ content: words(3000), readingTime })).toEqual(expected);
  });
});

describe("with a short post", () => {
  test.each([
    [1, []],
    [2, ["long"]],
  ])("%d min", async (readingTime, expected) => {
    expect(await found({ content: words(40), readingTime })).toEqual(readingTime === 1 ? [] : expected);
  });
});

test("code counts or not: the time may be short by what a fifth of the text takes", async () => {
  expect(await found({ content: words(5000), readingTime: 14 })).toEqual([]);
});

test.each([
  ["no content", {}],
  ["the start of a post", { content: `${words(40)} ...` }],
  ["the start of a post", { content: `${words(40)} Continue reading →` }],
  ["the summary", { summary: words(40), content: words(40) }],
])("%s says nothing of its length", async (_name, post) => {
  expect(await found({ ...post, readingTime: 60 })).toEqual([]);
  expect(await found({ ...post, readingTime: 121 })).toEqual(["huge"]);
  expect(await found({ ...post, readingTime: 121 }, { maxMinutes: 180 })).toEqual([]);
});

test("text of which a fifth is Japanese and that is counted by words belongs to reading/cjk-miscount", async () => {
  const post = { content: "塩は発酵を遅らせる。".repeat(300), readingTime: 1 };
  expect(await found(post)).toEqual([]);
  expect(await findingsIn("reading/cjk-miscount", [{ title: "塩", url: "/shio/", ...post }])).toHaveLength(1);
});
