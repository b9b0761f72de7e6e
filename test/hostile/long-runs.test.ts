import { afterAll, describe, expect, test } from "vitest";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const length = 400_000;
const post = (run: string) =>
  `---\ntitle: The slow rise of rye\n---\n\nRye takes its time, ${run.repeat(length / run.length)}\n`;

const runs = {
  "character references": "&amp;",
  "comments that never end": "<!-- standfirst-disable ",
  "directives for one block": "<!-- standfirst-disable-next a -->\n",
  "regions that never end": "<!-- standfirst-disable title -->\n\n",
} as const;
const folder = temporaryFolder(
  Object.fromEntries(Object.entries(runs).map(([name, run]) => [`${name}.md`, post(run)])),
);
afterAll(() => folder.remove());

describe("a post that is one long run", () => {
  // What is quadratic in its input takes minutes here, or all of the memory.
  test.each(Object.keys(runs))("of %s is read to its end", { timeout: 60_000 }, async (name) => {
    const args = [`${name}.md`, "--no-cache", "--only", "prose/repeated-word,directive/unknown-rule", "-f", "compact"];
    const { code, stderr } = await runCli(args, { cwd: folder.path });
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });
});

test("a feed of carriage returns is read to its end", { timeout: 60_000 }, async () => {
  const item = `<item><title>${"\r".repeat(length)}</title><link>https://rye.example/a/</link></item>`;
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Rye</title>${item}</channel></rss>`;
  const site = temporaryFolder({ "feed.xml": feed });
  const { code, stderr } = await runCli(["feed.xml", "--no-cache", "--only", "parse"], { cwd: site.path });
  site.remove();
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("a word without an end is quoted by its start", { timeout: 60_000 }, async () => {
  const word = "\u0430a".repeat(length / 4);
  const site = temporaryFolder({ "a.md": `---\ntitle: ${word}\n---\n\nRye.\n` });
  const { stdout } = await runCli(["a.md", "--no-cache", "--only", "text/mixed-script"], { cwd: site.path });
  site.remove();
  expect(stdout).toContain("has a Cyrillic “\u0430” (U+0430)");
  expect(stdout.length).toBeLessThan(3000);
});

// Looked for from each directive anew, the end of its element takes minutes.
test.each([
  ["elements that never end", "<!-- standfirst-disable-next title -->\n<div>\n"],
  ["tags that never end", '<!-- standfirst-disable-next title --><a x="'],
  ["nothing", "<!-- standfirst-disable-next title -->\n"],
  ["a name that never ends", `<!-- standfirst-disable-next title --><${"a".repeat(length)}`],
])("a page of directives before %s is read to its end", { timeout: 60_000 }, async (_what, run) => {
  const page = `<!doctype html><title>Rye</title><main>${run.repeat(Math.ceil((5 * length) / run.length))}`;
  const site = temporaryFolder({ "a.html": page });
  const args = ["a.html", "--no-cache", "--only", "directive/unknown-rule", "-f", "compact"];
  const { code } = await runCli(args, { cwd: site.path });
  site.remove();
  expect(code).toBe(0);
});

test("a directive that does not exist suppresses nothing, here or further down", async () => {
  const site = temporaryFolder({
    "a.md":
      "---\ntitle: Rye\n---\n\n<!-- standfirst-disable-line prose/repeated-word -->\n\nRye rye it is.\n\nWait for the the bread.\n",
  });
  const { stdout } = await runCli(["a.md", "--only", "prose/repeated-word,directive", "-f", "compact"], {
    cwd: site.path,
  });
  site.remove();
  expect(stdout.split("\n").map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "a.md:5:17: warning directive/unknown-rule:",
    "a.md:9:10: warning prose/repeated-word:",
    "",
  ]);
});
