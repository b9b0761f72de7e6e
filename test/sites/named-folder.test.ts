import { afterAll, beforeAll, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const post = (title: string) => `---\ntitle: ${title}\ndate: 2026-03-01\n---\n\nBread takes time.\n`;

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder({
    "site/hugo.toml": 'baseURL = "https://rye.example/"\n',
    "site/package.json": '{ "name": "rye" }\n',
    "site/static/robots.txt": "User-agent: *\nAllow: /\n",
    "site/static/posts.json": "[]\n",
    "site/public/index.html": "<title>Rye</title>\n",
    "site/content/posts/rye.md": post("Rye in winter"),
    "site/content/posts/oats.md": post("Rye in winter"),
    "site/content/drafts/spelt.md": post("Spelt in summer"),
  });
});
afterAll(() => folder.remove());

async function paths(args: readonly string[], cwd = folder.path) {
  const { stdout } = await callMain(["files", ...args], { cwd });
  return stdout;
}

test("a folder that is a site stands for its documents, as the site does in its own folder", async () => {
  const named = await paths(["site"]);
  expect(named).toContain("content/posts/rye.md");
  expect(named).not.toMatch(/robots|package|index\.html/);
  expect(await paths(["."], `${folder.path}/site`)).toBe(await paths([], `${folder.path}/site`));
});

test("globs leave documents of a site that is named out", async () => {
  const only = ["--no-cache", "--only", "summary/missing", "-f", "compact"];
  const all = await callMain(["site", ...only], { cwd: folder.path });
  const some = await callMain(["site", "!site/content/drafts/**", ...only], { cwd: folder.path });
  expect([all.stdout, some.stdout].map((text) => text.includes("spelt.md"))).toEqual([true, false]);
});

test("a folder within a site is still read as it is", async () => {
  expect(await paths(["site/static"])).toContain("posts.json");
});

test("short titles of pages in two folders are told apart by the folders, where no generator gives URLs", async () => {
  const plain = temporaryFolder({
    "a/menus.md": post("Menus"),
    "b/menus.md": post("Menus"),
    "b/other.md": post("Oats"),
  });
  const { stdout } = await callMain(["--no-cache", "--only", "title/duplicate", "-f", "compact"], { cwd: plain.path });
  plain.remove();
  expect(stdout).toBe("");
});

test("two source files with one title are two posts", async () => {
  const { stdout } = await callMain(["check", "site", "--no-cache", "--only", "title/duplicate", "-f", "compact"], {
    cwd: folder.path,
  });
  expect(stdout.match(/2 posts have the title “Rye in winter”/g)).toHaveLength(2);
});

test("a repository whose site has its config in a folder of its own stands for that site", async () => {
  const repository = temporaryFolder({
    "README.md": "# Rye\n",
    "docs/rye.md": post("Rye in winter"),
    "docs/oats.md": post("Oats"),
    "website/docusaurus.config.js": 'module.exports = { presets: [["classic", { docs: { path: "../docs" } }]] };',
    "website/package.json": '{ "name": "rye" }\n',
    ...Object.fromEntries(["a", "b", "c"].map((name) => [`tests/markdown/${name}.md`, post(name)])),
  });
  const shown = await Promise.all([[], ["."]].map((args) => paths(args, repository.path)));
  repository.remove();
  for (const text of shown) {
    expect(text).toContain("docs/rye.md");
    expect(text).not.toMatch(/README|package|tests/);
  }
});

test("a site beside other Markdown that outweighs it does not stand for the folder", async () => {
  const repository = temporaryFolder({
    "notes/rye.md": post("Rye in winter"),
    "notes/oats.md": post("Oats"),
    "notes/spelt.md": post("Spelt"),
    "website/hugo.toml": "",
    "website/content/salt.md": post("Salt"),
  });
  const shown = await paths(["."], repository.path);
  repository.remove();
  expect(shown).toContain("notes/rye.md");
});
