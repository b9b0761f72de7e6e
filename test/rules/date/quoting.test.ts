import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { callMain } from "../../support/call-main.ts";
import { temporaryFolder } from "../../support/run-cli.ts";

/** Posts whose dates are all without quotes, and one post more, by its name and front matter. */
const site = (name: string, frontMatter: string, more: Readonly<Record<string, string>> = {}) => {
  const plain = Array.from({ length: 10 }, (_, index) => [
    `posts/p${index}.md`,
    `---\ntitle: Loaf ${index}\ndate: 2026-06-1${index}\n---\n\nA loaf.\n`,
  ]);
  const folder = temporaryFolder({ ...Object.fromEntries(plain), [name]: `${frontMatter}\n\nA loaf.\n`, ...more });
  onTestFinished(() => folder.remove());
  return folder;
};

/** Fixes a site; gives the front matter of one file after it. */
async function fixed(name: string, frontMatter: string, ...args: string[]): Promise<string> {
  const hugo = args.includes("--hugo");
  const folder = site(hugo ? `content/${name}` : name, frontMatter, hugo ? { "hugo.toml": "" } : {});
  const own = args.filter((arg) => arg !== "--hugo");
  await callMain([".", "--no-cache", "--only", "date/quoting", "--fix", ...own], { cwd: folder.path });
  return readFileSync(folder.file(hugo ? `content/${name}` : name), "utf8").replace("\n\nA loaf.\n", "");
}

const style = (value: string) => ["--rule", `date/quoting:info:{"style":"${value}"}`];

test("the fix takes away quotes and nothing else", async () => {
  const written =
    '---\ntitle: "Rye"\ndate:   "2026-06-20"   # baked twice\nlastmod: \'2026-06-21T08:00:00+02:00\'\n---';
  const after = '---\ntitle: "Rye"\ndate:   2026-06-20   # baked twice\nlastmod: 2026-06-21T08:00:00+02:00\n---';
  expect(await fixed("posts/rye.md", written)).toBe(after);
  expect(await fixed("posts/rye.md", after)).toBe(after);
});

test("the fix puts quotes around what stands without, also in TOML and in a map", async () => {
  const yaml = "---\ntitle: Rye\ndate: 2026-06-20 # baked twice\nlast_update: { date: 2026-06-21 }\n---";
  expect(await fixed("posts/rye.md", yaml, ...style("quoted"))).toBe(
    '---\ntitle: Rye\ndate: "2026-06-20" # baked twice\nlast_update: { date: "2026-06-21" }\n---',
  );
  const toml = "+++\ntitle = 'Rye'\ndate = 2026-06-20T08:00:00Z\n+++";
  expect(await fixed("posts/rye.md", toml, ...style("quoted"))).toBe(
    "+++\ntitle = 'Rye'\ndate = \"2026-06-20T08:00:00Z\"\n+++",
  );
});

test.each([
  ["a local time", '---\ndate: "2026-06-20 08:00:00"\n---'],
  ["a time without seconds", '---\ndate: "2026-06-20T08:00Z"\n---'],
  ["a day in words", '---\ndate: "June 20, 2026"\n---'],
  ["a day that there is not", '---\ndate: "2026-06-31"\n---'],
  ["an escape", '---\ndate: "2026\\u002d06-20"\n---'],
  ["a blank", '---\ndate: "2026-06-20 "\n---'],
  ["a block", "---\ndate: >-\n  2026-06-20\n---"],
  ["an alias", '---\nday: &day "2026-06-20"\ndate: *day\n---'],
  ["JSON", '{ "title": "Rye", "date": "2026-06-20" }'],
])("%s keeps its quotes", async (_what, frontMatter) => {
  expect(await fixed("posts/rye.md", frontMatter, ...style("plain"), "--unsafe")).toBe(frontMatter);
});

test("a day in YAML of Hugo changes only on demand", async () => {
  const written = '---\ndate: "2026-06-20"\nlastmod: "2026-06-20T08:00:00Z"\n---';
  const moment = '---\ndate: "2026-06-20"\nlastmod: 2026-06-20T08:00:00Z\n---';
  expect(await fixed("posts/rye.md", written, "--hugo", ...style("plain"))).toBe(moment);
  expect(await fixed("posts/rye.md", written, "--hugo", ...style("plain"), "--unsafe")).not.toContain('"');
});

test("sections and languages of front matter are judged apart, and nine dates are too few", async () => {
  const folder = site("notes/rye.md", '---\ndate: "2026-06-20"\n---', {
    "posts/toml.md": '+++\ndate = "2026-06-20"\n+++\n\nA loaf.\n',
  });
  const { stdout } = await callMain([".", "--no-cache", "--only", "date/quoting", "-f", "compact"], {
    cwd: folder.path,
  });
  expect(stdout).toBe("");
});
