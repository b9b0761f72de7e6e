import { afterEach, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite, urlsOf } from "./read-site.ts";

let folder: ReturnType<typeof temporaryFolder>;
afterEach(() => folder.remove());

const mount = (source: string, target: string) => `[[module.mounts]]\nsource = "${source}"\ntarget = "${target}"\n`;

test("a document that is mounted by its own name is a page at each of its targets, and in its folder", async () => {
  folder = temporaryFolder({
    "hugo.toml":
      'baseURL = "https://rye.example/"\n' +
      mount("content", "content") +
      mount("content/.common/salt.md", "content/bakers/salt.md") +
      mount("content/.common/salt.md", "content/millers/salt.md") +
      mount("content/ovens.md", "content/millers/heat.md") +
      mount("content/gone.md", "content/bakers/gone.md"),
    "content/.common/salt.md": "Salt.\n",
    "content/.common/unseen.md": "Unseen.\n",
    "content/ovens.md": "Heat.\n",
  });
  const read = await readSite(folder.path);
  expect(urlsOf(read)).toEqual({ "content/ovens.md": "/ovens/", "content/.common/salt.md": "/bakers/salt/" });
  const kindOf = (href: string) => read.site.resolve(read.entry("content/ovens.md"), href).kind;
  expect(["/bakers/salt/", "/millers/salt/", "/millers/heat/"].map(kindOf)).toEqual(["page", "page", "page"]);
  expect(["/.common/salt/", "/bakers/gone/"].map(kindOf)).toEqual(["missing", "missing"]);
});

const languages = 'baseURL = "https://rye.example/"\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n';

test("folders of content that are all named after languages are those of the languages", async () => {
  const texts = { "content/en/rye.md": "Rye.\n", "content/de/rye.md": "Roggen.\n" };
  folder = temporaryFolder({ "hugo.toml": languages, ...texts });
  expect(urlsOf(await readSite(folder.path))).toEqual({
    "content/de/rye.md": "/de/rye/",
    "content/en/rye.md": "/rye/",
  });
  folder.remove();
  folder = temporaryFolder({ "hugo.toml": languages, ...texts, "content/posts/salt.md": "Salt.\n" });
  expect(urlsOf(await readSite(folder.path))).toMatchObject({ "content/en/rye.md": "/en/rye/" });
});

test("files that git leaves out by the start of their names are made by the build", async () => {
  folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n',
    ".gitignore": "content/tools/mill*\ncontent/made/oven*.md\n",
    "content/tools/_index.md": "Tools.\n",
  });
  const { site, entry } = await readSite(folder.path);
  const kindOf = (href: string) => site.resolve(entry("content/tools/_index.md"), href).kind;
  expect(["/tools/mill/", "/tools/mill-stone/", "/made/oven/"].map(kindOf)).toEqual(["unknown", "unknown", "unknown"]);
  expect(["/tools/sieve/", "/made/sieve/"].map(kindOf)).toEqual(["missing", "missing"]);
});

test("what is in the folder of a language is in that language, though no page is made of it", async () => {
  const german = "Das Mehl und das Wasser stehen über Nacht, und der Teig ruht nicht bei der Wärme. ";
  folder = temporaryFolder({
    "hugo.toml": `${languages}[[cascade]]\nbuild = { render = "never" }\ntarget = { path = "/parts/**" }\n`,
    "content/en/rye.md": "Rye.\n",
    "content/de/parts/flour.md": german.repeat(20),
    "content/en/parts/flour.md": german.repeat(20),
  });
  const call = ["--no-cache", "--rule", "lang/mismatch:warn", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  expect(stdout.split("\n").filter((line) => line.includes("lang/mismatch"))).toEqual([
    "content/en/parts/flour.md:1:1: warning lang/mismatch: The post is published as English, but its text is in German; correct one of the two.",
  ]);
});

test("where the date comes from the name of a file, the rest of the name is the slug", async () => {
  folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n[frontmatter]\ndate = ["day", ":filename", ":default"]\n',
    "content/posts/2024-05-06-rye-bread.md": "Rye.\n",
    "content/posts/2024-05-07-salt/index.md": "---\ndate: 2024-05-08\n---\n\nSalt.\n",
    "content/posts/2024-05-09-heat.md": "---\nday: 2024-05-09\n---\n\nHeat.\n",
    "content/posts/2024-05-10-oven.md": "---\nslug: kiln\n---\n\nOven.\n",
    "content/posts/2024-05-11.md": "Water.\n",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({
    "content/posts/2024-05-06-rye-bread.md": "/posts/rye-bread/",
    "content/posts/2024-05-07-salt/index.md": "/posts/salt/",
    "content/posts/2024-05-09-heat.md": "/posts/2024-05-09-heat/",
    "content/posts/2024-05-10-oven.md": "/posts/kiln/",
    "content/posts/2024-05-11.md": "/posts/2024-05-11/",
  });
});

test("below the base path of a site, the folder of a language is its language", async () => {
  folder = temporaryFolder({
    "hugo.toml": `defaultContentLanguageInSubdir = true\n${languages.replace("example/", "example/docs/")}`,
    "content/mill.en.md": "---\ntitle: Rye Server\n---\n\nRye.\n",
    "content/mill.de.md": "---\ntitle: Rye Server\n---\n\nRoggen.\n",
    "content/oven.de.md": "---\ntitle: Rye Server\n---\n\nOfen.\n",
  });
  const { stdout } = await callMain(["--only", "title/duplicate", "-f", "compact", "--no-cache"], { cwd: folder.path });
  expect(stdout.split("\n").flatMap((line) => /^content\/[^:]*/.exec(line)?.[0] ?? [])).toEqual([
    "content/mill.de.md",
    "content/oven.de.md",
  ]);
});

test("a call can name a document in HTML", async () => {
  folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n',
    "content/_index.md": "---\ntitle: Rye\n---\n\nRye.\n",
    "content/talks.html": "---\ntitle: Talks\nslug: given\n---\n<p>Talks.</p>\n",
  });
  const { site, entry } = await readSite(folder.path);
  const targetOf = (name: string) => site.resolve(entry("content/_index.md"), `{{< ref "${name}" >}}`);
  expect(targetOf("talks")).toMatchObject({ kind: "page", url: "/given/" });
  expect(targetOf("/talks")).toMatchObject({ kind: "page", url: "/given/" });
  expect(targetOf("mills")).toMatchObject({ kind: "missing" });
});
