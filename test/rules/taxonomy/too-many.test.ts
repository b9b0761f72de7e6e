import { expect, test } from "vitest";
import { rules } from "#rules/index";
import { runRule } from "../../support/run-rule.ts";

const post = (path: string, head: string) => ({ path, text: `---\ntitle: ${path}\n${head}---\n\nRye.\n` });
const tagged = Array.from({ length: 12 }, (_, index) =>
  post(`content/posts/${index}.md`, "tags: [rye]\ndate: 2026-01-02\n"),
);

test.each([
  ["taxonomy/too-many", ["content/posts/bare.md"]],
  ["date/missing", ["content/posts/bare.md"]],
] as const)("%s: a page in another folder, a list and broken front matter lack nothing", async (id, found) => {
  const rule = rules[id];
  if (rule === undefined) throw new Error("no rule");
  const others = [
    post("content/about.md", ""),
    post("content/posts/_index.md", ""),
    post("content/posts/broken.md", "tags: [rye\n"),
    post("content/posts/bare.md", ""),
  ];
  const { findings } = await runRule(id, rule, [...tagged, ...others]);
  expect(findings.map(({ path }) => path)).toEqual(found);
});

test("a few posts without tags in each of several folders are told of once", async () => {
  const rule = rules["taxonomy/too-many"];
  if (rule === undefined) throw new Error("no rule");
  const files = ["en", "de", "fr"].flatMap((folder) =>
    Array.from({ length: 20 }, (_, n) => post(`content/${folder}/${n}.md`, n < 4 ? "" : "tags: [rye]\n")),
  );
  const { findings } = await runRule("taxonomy/too-many", rule, files);
  expect(findings.map(({ messageId, data }) => [messageId, data])).toEqual([["several", { lacking: 12, posts: 60 }]]);
});
