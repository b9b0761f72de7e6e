import { afterEach, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite } from "./read-site.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

const links = async (files: Readonly<Record<string, string>>) => {
  folder = temporaryFolder(files);
  const call = ["--no-cache", "--only", "link", "--only", "image/missing-file", "--skip", "link/dead-end"];
  return callMain([...call, "-f", "compact"], { cwd: folder.path });
};

test("links and pictures in HTML count from the URL of the page, which nobody knows", async () => {
  const { stdout } = await links({
    "guide/rye.md":
      '# Rye\n\n<img src="../../img/loaf.png" alt="A loaf"> <a href="../salt.png">Salt</a>\n\n![Oven](oven.png)\n',
    "img/loaf.png": "",
  });
  expect(stdout.trim()).toBe(
    "guide/rye.md:5:9: error image/missing-file: There is no file for the picture oven.png; add it, or correct the path.",
  );
});

test("links to pages of a generator that is not known are left alone, though the folder has files in HTML", async () => {
  const { stdout } = await links({
    "book.toml": "[book]\n",
    "src/rye.md": "# Rye\n\n[Salt](salt.html#how-much) [Gone](../old/gone.html) [Lost](lost.md)\n",
    "src/salt.md": "# Salt\n\n## How much\n",
    "theme/index.html": "",
  });
  expect(stdout.trim()).toBe(
    "src/rye.md:3:60: error link/broken-internal: lost.md is no page or file of this site; correct the link or remove it.",
  );
});

test("in a vault of notes links name files by their names, and in a wiki by their paths from its root", async () => {
  const vault = {
    "garden/.obsidian/app.json": "{}",
    "garden/bread/rye.md":
      "# Rye\n\n[Salt](Salt.md) [Late](in/salt.md) [Up](../salt.md)\n\n![Loaf](Loaf.png) ![Gone](gone.png)\n",
    "garden/notes/in/salt.md": "# Salt\n",
    "garden/pictures/loaf.png": "",
    "wiki/Home.md": "# Home\n",
    "wiki/deep/oats.md": "# Oats\n\n![Bowl](wiki/img/bowl.png) ![Bowl](./wiki/img/bowl.png) [Salt](salt.md)\n",
    "wiki/img/bowl.png": "",
  };
  const { stdout } = await links(vault);
  const found = (text: string) =>
    text
      .trim()
      .split("\n")
      .map((line) => line.replace(/ is no page.*|; add.*/, ""));
  expect(found(stdout)).toEqual([
    "garden/bread/rye.md:3:41: error link/broken-internal: ../salt.md",
    "garden/bread/rye.md:5:27: error image/missing-file: There is no file for the picture gone.png",
    "wiki/deep/oats.md:3:36: error image/missing-file: There is no file for the picture ./wiki/img/bowl.png",
    "wiki/deep/oats.md:3:64: error link/broken-internal: salt.md",
  ]);
  folder?.remove();
  const quartz = {
    "quartz.config.ts": "export default {};\n",
    "docs/own.md": "# Own\n\n[Lost](lost.md)\n",
    "content/rye.md": "# Rye\n\n[Salt](salt.md)\n",
  };
  expect((await links({ ...quartz, "content/notes/salt.md": "# Salt\n" })).stdout.trim()).toBe("");
});

test("a permalink with a template in it is no URL", async () => {
  const post = (title: string) =>
    `---\ntitle: ${title}\npermalink: "/{{ page.fileSlug }}/"\n---\n\n${title} needs salt.\n`;
  folder = temporaryFolder({ "rye.md": post("Rye"), "oats.md": post("Oats") });
  const { stdout } = await callMain(["--no-cache", "--only", "index", "-f", "compact"], { cwd: folder.path });
  expect(stdout.trim()).toBe("");
});

test("Hexo has a config of the same name as Jekyll's, and is a plain folder", async () => {
  folder = temporaryFolder({
    "_config.yml": "title: Rye\nurl: https://rye.example\nnew_post_name: :title.md\n",
    "source/_posts/rye.md": "---\ntitle: Rye\ndate: 2026-01-02\n---\n\n[Salt](/docs/salt.html)\n",
  });
  expect((await readSite(folder.path)).model).toMatchObject({ generator: "plain", notices: [] });
});

test("templates and themes of a Hugo site below, and packages of CocoaPods, are the content of others", async () => {
  const page = "---\ntitle: Rye\n---\n";
  folder = temporaryFolder({
    "app/Pods/Manifest.lock": "",
    "app/Pods/Form/README.md": page,
    "app/README.md": page,
    "site/config.toml": "",
    "site/archetypes/default.md": "---\ndate: {{ .Date }}\n---\n",
    "site/content/rye.md": page,
    "site/themes/crumb/theme.toml": "",
    "site/themes/crumb/exampleSite/content/salt.md": page,
    "themes/of-the-year.md": page,
    "archetypes/jung.md": page,
  });
  expect((await readSite(folder.path)).model?.contentFiles).toEqual([
    "app/README.md",
    "archetypes/jung.md",
    "site/content/rye.md",
    "themes/of-the-year.md",
  ]);
});
