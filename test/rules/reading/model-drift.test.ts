import { expect, test } from "vitest";
import { findingsIn, manyPosts } from "../../support/post-index.ts";

const rule = "reading/model-drift";
const words = (count: number) => Array.from({ length: count }, () => "rye").join(" ");

/** Twelve posts of different lengths; the minutes of some are replaced. */
const timed = (minutesOf: (count: number) => number, replaced: Readonly<Record<number, number>> = {}) =>
  manyPosts(12, (index) => {
    const count = 300 + 170 * index;
    return { content: words(count), readingTime: replaced[index] ?? minutesOf(count) };
  });
const drifts = async (posts: ReturnType<typeof timed>) => (await findingsIn(rule, posts)).map(({ data }) => data);

test("Hugo's own formula explains itself", async () => {
  expect(await drifts(timed((count) => Math.ceil(count / 213)))).toEqual([]);
});

test("a post that was counted in another way stands out", async () => {
  const data = await drifts(timed((count) => Math.ceil(count / 200), { 11: 8 }));
  expect(data).toEqual([{ agreeing: 11, total: 12, speed: 200, expected: 11, minutes: 8 }]);
});

test("a minute more or less is no drift", async () => {
  expect(await drifts(timed((count) => Math.ceil(count / 200), { 11: 10, 10: 9 }))).toEqual([]);
});

test("a time that no way to count gives is left to reading/implausible", async () => {
  expect(await drifts(timed((count) => Math.ceil(count / 200), { 11: 40 }))).toEqual([]);
});

test("without four of five in agreement nothing is learned", async () => {
  const replaced = { 9: 6, 10: 7, 11: 8 };
  expect(await drifts(timed((count) => Math.ceil(count / 200), replaced))).toEqual([]);
});
