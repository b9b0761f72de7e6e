import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const post = (title: string, summary: string) =>
  `---\ntitle: ${title}\ndate: 2026-07-09\nsummary: ${summary}\n---\n\nRye takes its time.\n`;

const page = `<!doctype html>
<main class="h-feed">
  <article class="h-entry">
    <h2 class="p-name"><a class="u-url" href="/rye/">The slow rise of rye</a></h2>
    <p class="p-summary">Rye takes its time.</p>
    <time class="dt-published" datetime="2026-06-02">June 2, 2026</time>
  </article>
</main>
`;

const folder = temporaryFolder({
  "one.md": post("Oats for the morning", "Too short."),
  "folded.md": post("Spelt by the spoon", ">\n  Too short\n  \u202eto be one."),
  "page.html": page,
  "index.txt": "Rye\n\nToo short.\n\nJune 12, 2026 · 4 min · Ada Baker\n",
});
afterAll(() => folder.remove());

const files = ["one.md", "folded.md", "page.html"];
const texts = () => files.map((name) => readFileSync(folder.file(name), "utf8"));
const check = (...args: string[]) =>
  runCli(["--now", "2026-07-01", "--fail-on", "info", "--no-config", "-f", "compact", ...args], { cwd: folder.path });

describe("--add-suppressions", () => {
  test("writes directives for what is found, after which the run is green, and a second time changes nothing", async () => {
    expect(await check(...files)).toMatchObject({ code: 1 });
    const first = await check("--add-suppressions", ...files);
    expect(first).toMatchObject({ code: 0, stdout: "" });
    expect(first.stderr).toMatch(/^standfirst: \d+ findings suppressed by directives in 3 files\.\n$/);
    const written = texts();
    expect(written[0]).toContain("# standfirst-disable-next-line summary/length -- known on 2026-07-01\nsummary: Too");
    expect(written[2]).toContain(
      "<!-- standfirst-disable-next summary/length -- known on 2026-07-01 -->\n    <p class",
    );
    expect(await check(...files)).toMatchObject({ code: 0, stdout: "" });
    expect(await check("--add-suppressions", ...files)).toMatchObject({ code: 0 });
    expect(texts()).toEqual(written);
  });

  test("names what has no comments, which stays as it is", async () => {
    const { code, stderr } = await check("--add-suppressions=from the old site", "index.txt");
    expect(code).toBe(1);
    expect(stderr).toMatch(/index\.txt keeps its \d findings?, as its form has no comments/);
  });

  test.each([
    ["a reason that would end the comment", ["--add-suppressions=a --> b", "one.md"]],
    ["fixes at the same time", ["--add-suppressions", "--fix", "one.md"]],
    ["standard input", ["--add-suppressions", "-"]],
  ])("refuses %s", async (_what, args) => {
    expect(await check(...args)).toMatchObject({ code: 2 });
  });
});
