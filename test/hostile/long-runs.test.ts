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
