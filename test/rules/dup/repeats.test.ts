import { expect, test } from "vitest";
import exactBody from "#rules/dup/exact-body";
import nearBody from "#rules/dup/near-body";
import sharedParagraph from "#rules/dup/shared-paragraph";
import sharedSentence from "#rules/dup/shared-sentence";
import { runRule } from "../../support/run-rule.ts";

const nouns =
  "flour water salt yeast oven table baker sack crumb crust dough stone knife towel jar spoon lid rack".split(" ");
const verbs = "lifts warms turns folds holds keeps dries fills breaks rests".split(" ");

/** A text of its own for each seed: sentences of twelve words. */
const prose = (seed: number, sentences: number) =>
  Array.from({ length: sentences }, (_, line) => {
    const pick = (list: readonly string[], step: number) =>
      list[(seed * 7 + line * 3 + step * (seed + line + 1)) % list.length];
    return `The ${pick(nouns, 1)} ${pick(verbs, 2)} number ${seed * 100 + line} of the ${pick(nouns, 3)} while every ${pick(nouns, 5)} waits.`;
  }).join(" ");

const post = (name: string, body: string, more = "") => ({
  path: `${name}.md`,
  text: `---\ntitle: Post ${name}\n${more}---\n\n${body}\n`,
});
const pasted = "This guide shows the exact trade-offs that every team meets sooner or later.";
const blog = (posts: number, sharing: number, folder = "posts") =>
  Array.from({ length: posts }, (_, n) => post(`${folder}/${n}`, prose(n, 6) + (n < sharing ? ` ${pasted}` : "")));

test("a sentence that a bulk edit put into a third of the posts is found in each of them, as one group", async () => {
  const { findings } = await runRule("dup/shared-sentence", sharedSentence, blog(60, 20));
  expect(findings).toHaveLength(20);
  expect(new Set(findings.map(({ group }) => group)).size).toBe(1);
  expect(findings[0]?.message).toContain("in 20 posts");
  expect(findings[0]?.related).toHaveLength(5);
});

test("what more than half of a folder has is its custom", async () => {
  const { findings } = await runRule("dup/shared-sentence", sharedSentence, blog(60, 31));
  expect(findings).toEqual([]);
});

test("beside several posts with dates, pages without one are a reference, which repeats what it must", async () => {
  const dated = (posts: number) =>
    Array.from({ length: posts }, (_, n) => post(`news/${n}`, prose(n + 50, 6), "date: 2026-06-12\n"));
  const pages = blog(30, 3, "manual");
  const among = async (posts: number) =>
    (await runRule("dup/shared-sentence", sharedSentence, [...dated(posts), ...pages])).findings.length;
  expect([await among(9), await among(10)]).toEqual([3, 0]);
});

test("the custom of one folder does not excuse the rest of the site", async () => {
  const files = [...blog(6, 6, "series"), ...blog(60, 10)];
  const { findings } = await runRule("dup/shared-sentence", sharedSentence, files);
  expect(findings).toHaveLength(10);
});

test("what the issues of a series share is its pattern, but the parts of one work have none", async () => {
  const named = (names: string[]) => names.map((name, n) => post(`posts/${name}`, `${prose(n, 6)} ${pasted}`));
  const many = blog(20, 0);
  for (const series of [
    ["bread-1-0-released", "bread-1-1-rc1-released", "bread-2-0-released"],
    ["2026-01-02-this-week-in-bread-rye", "2026-01-09-this-week-in-bread", "2026-01-16-this-week-in-bread-a-tin"],
    ["2026-01-01-news", "2026-02-01-news", "2026-03-01-news"],
    ["crust-cve-2026-1", "oven-and-peel-cve-2026-22", "cve-2026-333"],
    ["mill-in-january", "mill-in-march", "mill-in-june"],
    ["jar/CHANGELOG", "tin/CHANGELOG-v1", "pan/changelog"],
    ["1.46.0-prerelease", "1.47.0-prerelease", "1.48.0-prerelease"],
  ]) {
    const { findings } = await runRule("dup/shared-sentence", sharedSentence, [...many, ...named(series)]);
    expect(findings, series[0]).toEqual([]);
  }
  for (const posts of [
    ["bread-part-1", "bread-part-2", "bread-part-3"],
    ["how-to-bake-a-loaf", "how-to-bake-a-roll", "how-to-bake-a-bun"],
    ["rye", "spelt", "bread-1-0"],
  ]) {
    const { findings } = await runRule("dup/shared-sentence", sharedSentence, [...many, ...named(posts)]);
    expect(findings, posts[0]).toHaveLength(3);
  }
});

test("a sentence of a series that other posts have too is theirs to change", async () => {
  const files = ["bread-1", "bread-2", "bread-3", "rye", "spelt", "emmer"].map((name, n) =>
    post(`posts/${name}`, `${prose(n, 6)} ${pasted}`),
  );
  const { findings } = await runRule("dup/shared-sentence", sharedSentence, [...blog(20, 0), ...files]);
  expect(findings.map(({ path }) => path)).toEqual(["posts/emmer.md", "posts/rye.md", "posts/spelt.md"]);
});

test("translations of a post are one post, and of its versions the newest counts", async () => {
  const languages = ["en", "de", "pt-br"].map((code) => post(`${code}/rye`, `${prose(1, 6)} ${pasted}`));
  const versions = ["v1.9", "v1.10", "v2"].flatMap((version) => [
    post(`docs/${version}/rye`, prose(1, 20)),
    post(`docs/${version}/spelt`, `${prose(2, 6)} ${pasted}`),
  ]);
  for (const files of [languages, versions]) {
    expect((await runRule("dup/shared-sentence", sharedSentence, files)).findings).toEqual([]);
    expect((await runRule("dup/exact-body", exactBody, files)).findings).toEqual([]);
  }
  const twice = [...versions, post("docs/v2/old/rye", prose(1, 20))];
  const { findings } = await runRule("dup/exact-body", exactBody, twice);
  expect(findings.map(({ path }) => path)).toEqual(["docs/v2/old/rye.md", "docs/v2/rye.md"]);
});

test("drafts and code are not compared", async () => {
  const drafts = ["a", "b", "c"].map((name) => post(name, pasted, "draft: true\n"));
  const code = ["d", "e", "f"].map((name) => post(name, `\`\`\`\n${pasted}\n\`\`\``));
  expect((await runRule("dup/shared-sentence", sharedSentence, [...drafts, ...code])).findings).toEqual([]);
});

test("sentences about different code are different", async () => {
  const files = ["a", "b", "c"].map((name) =>
    post(name, `When the build is over, run \`make ${name}\` and look at what it prints on the screen.`),
  );
  expect((await runRule("dup/shared-sentence", sharedSentence, files)).findings).toEqual([]);
});

test("an item of a list of posts, with the link in bold or made by a shortcode, is no sentence", async () => {
  const items = [
    "- [**Rye and all of its many friends, part one**](/rye/) on Monday at four",
    '- [Rye and all of its many friends, part two]({{< ref "rye.md" >}}) on Tuesday at four',
  ].join("\n");
  const files = ["a", "b", "c"].map((name, n) => post(name, `${prose(n, 6)}\n\n${items}`));
  expect((await runRule("dup/shared-sentence", sharedSentence, files)).findings).toEqual([]);
});

test("posts that are copies as a whole are told once, and not paragraph by paragraph", async () => {
  const files = ["a", "b", "c"].map((name) => post(name, prose(1, 20)));
  expect((await runRule("dup/exact-body", exactBody, files)).findings).toHaveLength(3);
  for (const [id, rule] of Object.entries({ "dup/shared-paragraph": sharedParagraph, "dup/near-body": nearBody })) {
    expect((await runRule(id, rule, files)).findings).toEqual([]);
  }
});

test("a copy in another language of the site is no copy", async () => {
  const files = [post("a", prose(1, 20), "lang: en\n"), post("b", prose(1, 20), "lang: de\n")];
  expect((await runRule("dup/exact-body", exactBody, files)).findings).toEqual([]);
});

test("near copies are found among many posts, and boilerplate alone makes none", async () => {
  const copy = prose(3, 40).replace("number 310 ", "number 311 ");
  const files = [...Array.from({ length: 40 }, (_, n) => post(String(n), prose(n, 40))), post("copy", copy)];
  const { findings } = await runRule("dup/near-body", nearBody, files);
  expect(findings.map(({ path }) => path)).toEqual(["3.md", "copy.md"]);

  const licence = prose(999, 150);
  const licensed = Array.from({ length: 12 }, (_, n) => post(String(n), `${prose(n, 12)}\n\n${licence}`));
  expect((await runRule("dup/near-body", nearBody, licensed)).findings).toEqual([]);
});
