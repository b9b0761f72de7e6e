import { expect, test } from "vitest";
import { findingsIn, manyPosts } from "../../support/post-index.ts";

const rule = "author/outlier";
const signed = (count: number, author: string, ...others: readonly string[]) => [
  ...manyPosts(count, () => ({ author })),
  ...others.map((other, index) => ({ title: `Roll ${index}`, url: `/roll-${index}/`, author: other })),
];
const reported = async (posts: ReturnType<typeof signed>, options = {}) =>
  (await findingsIn(rule, posts, { options })).map(({ messageId, data }) => [messageId, data["own"]]);

test.each(["Đào Thị Hòa", "ĐÀO THỊ HOÀ", "Dao Thi Hoa", "Hoà, Đào Thị", "Đào  Thị-Hoà"])("%s", async (own) => {
  expect(await reported(signed(9, "Đào Thị Hoà", own))).toEqual([["spelling", own.replace("  ", " ")]]);
});

test("the same name in composed and decomposed form is one spelling", async () => {
  expect(await reported(signed(9, "Zoë Brôd", "Zoë Brôd".normalize("NFD")))).toEqual([]);
});

test.each([
  ["a letter off in eight", "Zoë Brôdt", [["near", "Zoë Brôdt"]]],
  ["another given name", "Tom Brôd", []],
  ["two letters off in a short name", "Zoi Brod", []],
])("%s", async (_name, own, expected) => {
  expect(await reported(signed(10, "Zoë Brôde", own))).toEqual(expected);
});

test("two given names of three letters are two people, however long the family name is", async () => {
  expect(await reported(signed(10, "Dan Brødersen", "Ron Brødersen"))).toEqual([]);
  expect(await reported(signed(10, "Dan Brødersen", "Dan Brodersson"))).toEqual([["near", "Dan Brodersson"]]);
});

test("an author of three posts is an author", async () => {
  const posts = signed(10, "Johann Becker", "Johanna Becker", "Johanna Becker", "Johanna Becker");
  expect(await reported(posts)).toEqual([]);
});

test("a name that the config allows is right", async () => {
  const posts = signed(10, "Johann Becker", "Johanna Becker");
  expect(await reported(posts)).toEqual([["near", "Johanna Becker"]]);
  expect(await reported(posts, { allow: ["Johanna Becker"] })).toEqual([]);
});

test("eight posts and one are too few to learn from", async () => {
  expect(await reported(signed(8, "Zoë Brôd", "Zoe Brod"))).toEqual([]);
});
