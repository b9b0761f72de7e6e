import { expect, test } from "vitest";
import { findingsIn, manyPosts } from "../../support/post-index.ts";

const rule = "index/order";
const day = (index: number) => `2026-06-${String(28 - index).padStart(2, "0")}`;
const titles = [
  "Zwieback",
  "Rye",
  "Oats",
  "Malt",
  "Spelt",
  "Barley",
  "Emmer",
  "Wheat",
  "Corn",
  "Rice",
  "Teff",
  "Millet",
];
const listed = (dates: readonly string[]) =>
  manyPosts(dates.length, (index) => ({ title: titles[index] ?? "", published: dates[index] ?? "" }));
const misplaced = async (dates: readonly string[], options = {}) =>
  (await findingsIn(rule, listed(dates), { options })).map(({ subject }) => subject);

const newestFirst = Array.from({ length: 12 }, (_, index) => day(index));

test("days that are equal may stand in any order", async () => {
  expect(await misplaced(newestFirst.map((_, index) => day(Math.floor(index / 2))))).toEqual([]);
});

test("a list that is oldest first is in order", async () => {
  expect(await misplaced(newestFirst.toReversed())).toEqual([]);
});

test("one entry out of place is one finding", async () => {
  expect(await misplaced(newestFirst.with(5, "2027-01-01"))).toEqual(["Barley"]);
});

test("a pinned first entry is left out, a second one is not", async () => {
  const dates = newestFirst.with(0, "2020-01-01").with(1, "2020-01-01");
  expect(await misplaced(dates)).toEqual(["Rye"]);
  expect(await misplaced(dates, { pinned: 2 })).toEqual([]);
  expect(await misplaced(dates, { pinned: 0 })).toEqual(["Zwieback", "Rye"]);
});

test("a shuffled list has no order to break", async () => {
  const shuffled = [4, 9, 1, 11, 0, 7, 3, 10, 2, 8, 6, 5].map(day);
  expect(await misplaced(shuffled)).toEqual([]);
});

test("nine entries are too few to learn from", async () => {
  expect(await misplaced(newestFirst.slice(0, 9).with(5, "2027-01-01"))).toEqual([]);
});

test("times count where all entries have one", async () => {
  const times = newestFirst.map((_, index) => `2026-06-10T${String(22 - index).padStart(2, "0")}:00:00Z`);
  expect(await misplaced(times.with(4, "2026-06-10T23:00:00Z"))).toEqual(["Spelt"]);
});
