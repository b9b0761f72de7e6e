import { expect, test } from "vitest";
import rule from "#rules/date/filename-mismatch";
import { runRule } from "../../support/run-rule.ts";

const post = (name: string, date: string) => ({
  path: `_posts/${name}-rye.md`,
  text: `---\ntitle: Rye\ndate: ${date}\n---\n\nRye.\n`,
});
const posts = (year: number, count: number, day: string) =>
  Array.from({ length: count }, (_, n) => post(`${year + n}-06-12`, `${year + n}-06-${day}`));
const run = async (files: readonly { path: string; text: string }[]) =>
  (await runRule("date/filename-mismatch", rule, files)).findings.map(({ path, messageId }) => `${path} ${messageId}`);

test("ten files that are named after the day of their draft are one finding, nine are nine", async () => {
  expect(await run(posts(1990, 10, "19"))).toEqual(["_posts/1990-06-12-rye.md custom"]);
  expect(await run(posts(1990, 9, "19"))).toHaveLength(9);
});

test("ten of many are slips", async () => {
  expect(await run([...posts(1990, 10, "19"), ...posts(2010, 190, "12")])).toEqual(["_posts/1990-06-12-rye.md custom"]);
  expect(await run([...posts(1990, 10, "19"), ...posts(2010, 191, "12")])).toHaveLength(10);
});

test("another year is no day of a draft", async () => {
  expect(await run([...posts(1990, 10, "19"), post("2019-05-02", "2018-05-02")])).toEqual([
    "_posts/1990-06-12-rye.md custom",
    "_posts/2019-05-02-rye.md mismatch",
  ]);
});
