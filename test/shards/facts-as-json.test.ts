import { rmSync } from "node:fs";
import { array, assert, asyncProperty, constantFrom, record, tuple } from "fast-check";
import { afterAll, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folders: ReturnType<typeof temporaryFolder>[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

const config = `extends: [recommended, strict, seo, editorial]
phrases:
  - { id: plain-words, kind: substitution, swap: { loaf: bread }, invalid: ["A loaf."] }
frontMatter: { "**": { type: object, required: [date] } }
plugins: [./rules.mjs]
`;
// Its fact is no JSON as it is made.
const plugin = `export default {
  name: "bakery",
  rules: {
    letters: {
      on: "entry",
      summary: "Use few letters.",
      severity: "info",
      presets: ["recommended"],
      messages: { some: "There are {letters}." },
      facts: {
        letters: {
          id: "letters",
          version: 1,
          from: { markdown: ({ masked }) => ({ all: masked.length, none: undefined, share: NaN, day: new Date(0) }) },
        },
      },
      *check(entry, _options, { letters }) {
        const at = { path: entry.path, span: entry.span, anchor: "entry", entry };
        yield { message: "some", data: { letters: JSON.stringify(letters) }, at, key: "letters" };
      },
    },
  },
};
`;

const heads = [
  "",
  "---\n---\n",
  "---\ntitle: [\n---\n",
  "---\ntitle: Rye\n---\n",
  "---\ntitle: Rye\ndescription: Rye takes its time, and more of it in a cold kitchen.\ndate: 2026-04-31\n---\n",
  '+++\ntitle = "Oats"\ndate = 2026-04-03\ntags = ["a", "A"]\nreadingTime = 4\n+++\n',
  '{ "title": "Spelt", "summary": "TODO" }\n',
];
const pieces = [
  "Rye takes its time, and more of it in a cold kitchen.",
  "**TL;DR:** Rye takes its time. It's important to note that a loaf loaf is slow.",
  "# Rye",
  "## Rye\n\n## Rye",
  "[here](./gone.md) and [](#none) and ![](a.png) <a name='x'></a>",
  "{{< figure src=a.png >}}\n{{% note %}}",
  "```\nunclosed",
  "- one\n- two",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "冷たい台所では、ライ麦パンは時間がかかります。",
  "<!-- standfirst-disable-next-line link/broken -- why -->",
  "I hope this helps! As an AI language model, I can't bake.",
];

const markdown = tuple(constantFrom(...heads), array(constantFrom(...pieces), { maxLength: 6 })).map(
  ([head, body]) => `${head}\n${body.join("\n\n")}\n`,
);
const other = constantFrom(
  "",
  "Rye\n\nIt sticks.\n\n2026-03-01 · 5 min\n",
  '{ "posts": [{ "title": "Rye", "url": "/rye/" }, { "title": null }] }',
);
const site = record({ posts: array(markdown, { minLength: 1, maxLength: 4 }), index: other });

test("a report is the same from facts as they are made, from the cache, and from facts files", async () => {
  await assert(
    asyncProperty(site, async ({ posts, index }) => {
      const files = Object.fromEntries(posts.map((text, at) => [`post-${at}.md`, text]));
      const folder = temporaryFolder({
        "standfirst.config.yaml": config,
        "rules.mjs": plugin,
        "site/index.json": index,
        ...files,
      });
      folders.push(folder);
      const run = (...args: string[]) => callMain([...args, "--now", "2026-07-01", "-f", "json"], { cwd: folder.path });
      const direct = await run(".", "--no-cache");
      expect(direct.stderr).toBe("");
      const forget = (stdout: string) => stdout.replace(/"cached": \d+/, '"cached": 0');
      await run(".", "--cache-dir", "cache");
      expect(forget((await run(".", "--cache-dir", "cache")).stdout)).toBe(direct.stdout);
      rmSync(folder.file("cache"), { recursive: true });
      const shard = ["check", ".", "--shard", "1/1", "--output", "out/facts.ndjson", "--no-cache"];
      expect((await callMain(shard, { cwd: folder.path })).code).toBe(0);
      expect((await run("merge", "out/facts.ndjson")).stdout).toBe(direct.stdout);
    }),
    { numRuns: 12 },
  );
}, 120_000);
