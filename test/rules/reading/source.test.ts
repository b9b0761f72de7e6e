import { expect, test } from "vitest";
import type { Rule } from "#rule-kit/define-rule";
import { rules } from "#rules/index";
import { runRule } from "../../support/run-rule.ts";

const words = (count: number) => Array.from({ length: count }, () => "rye").join(" ");
const source = (body: string, more = "") => ({
  path: "rye.md",
  text: `---\ntitle: Rye\nslug: rye\n${more}---\n\n${body}\n`,
});
const index = (minutes: number) => ({
  path: "index.json",
  text: JSON.stringify([{ title: "Rye", slug: "rye", readingTime: minutes }]),
});
const found = async (files: Parameters<typeof runRule>[2]) => {
  const { findings } = await runRule("reading/implausible", rules["reading/implausible"] as Rule, files);
  return findings.map(({ path, messageId }) => `${path} ${messageId}`);
};

test("minutes of an index are judged by the source of the post, with its code", async () => {
  expect(await found([source(words(300)), index(12)])).toEqual(["index.json long"]);
  expect(await found([source(`${words(300)}\n\n\`\`\`\n${words(2200)}\n\`\`\``), index(12)])).toEqual([]);
});

test("the same minutes in two editions are told once", async () => {
  expect(await found([source(words(300), "readingTime: 12\n"), index(12)])).toEqual(["rye.md long"]);
});
