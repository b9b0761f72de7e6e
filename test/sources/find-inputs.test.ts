import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findInputs, InputError, type FindOptions } from "#sources/find-inputs";

let base = "";
let root = "";

beforeAll(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), "standfirst-inputs-")));
  root = path.join(base, "site");
  const files = [
    "index.txt",
    "feed.XML",
    "logo.png",
    "posts/rye bread.md",
    "posts/ähre.md",
    "posts/[draft].md",
    "posts/deep/spelt.mdx",
    "posts/node_modules/a.md",
    "posts/.hidden/a.md",
    "posts/cache/CACHEDIR.TAG",
    "posts/cache/1/pack.json",
    "pictures/a.png",
    "tooled/posts.json",
    "tooled/package.json",
    "tooled/robots.txt",
    "LISTING",
  ];
  for (const file of [...files.map((name) => `site/${name}`), "outside.txt"]) {
    mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
    writeFileSync(path.join(base, file), "x");
  }
  symlinkSync(path.join(base, "outside.txt"), path.join(root, "posts/escape.txt"));
  symlinkSync(path.join(root, "index.txt"), path.join(root, "posts/same.txt"));
  symlinkSync(path.join(root, "posts"), path.join(root, "posts/loop"));
  symlinkSync(base, path.join(root, "elsewhere"));
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

const find = async (args: readonly string[], options: Partial<FindOptions> = {}) =>
  await findInputs(args, { root, cwd: root, ...options });
const pathsOf = async (args: readonly string[], options: Partial<FindOptions> = {}) =>
  (await find(args, options)).inputs.map((input) => input.path);

const inPosts = ["posts/[draft].md", "posts/deep/spelt.mdx", "posts/rye bread.md", "posts/ähre.md"];

describe("what is found", () => {
  test("a folder gives what has a known extension, without dot folders, node_modules and links", async () => {
    expect(await pathsOf(["posts"])).toEqual(inPosts);
    expect(await pathsOf(["."])).toContain("feed.XML");
    expect(await pathsOf(["."])).not.toContain("logo.png");
  });

  test("a folder gives no files of tools and crawlers, which are read when they are named", async () => {
    expect(await pathsOf(["tooled"])).toEqual(["tooled/posts.json"]);
    expect(await pathsOf(["tooled/robots.txt"])).toEqual(["tooled/robots.txt"]);
  });

  test("a glob, and what is to be left out of it", async () => {
    expect(await pathsOf(["posts/**/*.{md,mdx}"])).toEqual(inPosts);
    expect(await pathsOf(["posts", "!posts/deep/**"])).toEqual(inPosts.filter((name) => !name.includes("deep")));
  });

  test.each([
    ["posts/*.md", ["posts/[draft].md", "posts/rye bread.md", "posts/ähre.md"]],
    ["./posts/../posts/ä*.md", ["posts/ähre.md"]],
    ["posts/**/S*.MDX", ["posts/deep/spelt.mdx"]],
    ["**/deep/*", ["posts/deep/spelt.mdx"]],
    ["*/*/s????.mdx", ["posts/deep/spelt.mdx"]],
    ["posts/[a-z]*.md", ["posts/rye bread.md"]],
    ["posts/\\[draft\\].*", ["posts/[draft].md"]],
    ["posts/.hidden/*.md", ["posts/.hidden/a.md"]],
    ["posts/deep/", ["posts/deep/spelt.mdx"]],
    ["posts/**/*.md", ["posts/[draft].md", "posts/rye bread.md", "posts/ähre.md"]],
  ])("%s gives what it matches, without dot folders unless it names them", async (glob, paths) => {
    expect(await pathsOf([glob], { allowEmpty: true })).toEqual(paths);
    const absolute = path.posix.join(root, glob);
    expect(await pathsOf([absolute], { allowEmpty: true })).toEqual(paths);
  });

  test.each(["!posts/deep", "!posts/deep/", "!**/*.mdx", "!./posts/DEEP/**"])("%s leaves out", async (glob) => {
    expect(await pathsOf(["posts", glob])).toEqual(inPosts.filter((name) => !name.includes("deep")));
  });

  test.each(["*a*a*a*a*a*a*a*a*a*b", "!*a*a*a*a*b", "{a,b}{a,b}{a,b}{a,b}.md", "{1..9999999}.md", "{a/*,b/*}.md"])(
    "%s is refused by its name",
    async (glob) => {
      await expect(pathsOf([glob])).rejects.toThrow(`The glob "${glob.replace(/^!/, "")}" has`);
    },
  );

  test("a glob of many folders steps through a deep path once", async () => {
    const folder = "a/".repeat(500);
    mkdirSync(path.join(base, "deep", folder), { recursive: true });
    writeFileSync(path.join(base, "deep", folder, "a".repeat(200)), "x");
    const cwd = path.join(base, "deep");
    const glob = `${"**/a*/".repeat(40)}*a*a*b`;
    expect(await pathsOf([glob], { root: cwd, cwd, allowEmpty: true })).toEqual([]);
  });

  test("a file whose name has the signs of a glob is that file", async () => {
    expect(await pathsOf(["posts/[draft].md"])).toEqual(["posts/[draft].md"]);
  });

  test("each file is taken once, under its own name, in the order of the paths", async () => {
    expect(await pathsOf(["posts/same.txt", "posts", "index.txt", "./index.txt", "posts/*.md"])).toEqual([
      "index.txt",
      ...inPosts,
    ]);
  });

  test("paths are relative to the root, arguments to the working folder", async () => {
    const cwd = path.join(root, "posts");
    expect(await pathsOf(["deep", "../index.txt"], { cwd })).toEqual(["index.txt", "posts/deep/spelt.mdx"]);
    expect(await pathsOf([path.join(base, "outside.txt")])).toEqual(["../outside.txt"]);
    expect(await pathsOf([".", "!deep/**"], { cwd })).not.toContain("posts/deep/spelt.mdx");
  });

  test("standard input has the name that it was given", async () => {
    expect((await find(["-"], { stdinFilename: "posts.json" })).inputs).toEqual([
      { path: "posts.json", file: undefined },
    ]);
    expect(await pathsOf(["-", "index.txt"])).toEqual(["<stdin>", "index.txt"]);
  });

  test("a file without an extension is read", async () => {
    expect(await pathsOf(["LISTING"])).toEqual(["LISTING"]);
  });
});

describe("what is left out is said", () => {
  test("files of other types, unless the form is forced", async () => {
    const { inputs, skipped } = await find(["logo.png"]);
    expect(inputs).toEqual([]);
    expect(skipped).toEqual([{ path: "logo.png", why: expect.stringContaining("not read") }]);
    expect(await pathsOf(["logo.png"], { anyType: true })).toEqual(["logo.png"]);
  });

  test("files in a linked folder that lies outside", async () => {
    const { inputs, skipped } = await find(["elsewhere/*.txt"]);
    expect(inputs).toEqual([]);
    expect(skipped).toEqual([{ path: "elsewhere/outside.txt", why: expect.stringContaining("symbolic link") }]);
  });
});

describe("what is asked for and is not there", () => {
  test.each([
    ["nothing.json", 'There is no file or folder "nothing.json"'],
    ["index.txt/below", 'There is no file or folder "index.txt/below"'],
    ["x".repeat(5000), "There is no file or folder"],
    ["pictures", 'The folder "pictures" has no file to read'],
    ["drafts/*.md", 'Nothing matches "drafts/*.md"'],
    ["posts/escape.txt", "leads out of the folder"],
  ])("%s", async (arg, message) => {
    const error = await find([arg]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(message);
  });

  test.skipIf(process.platform === "win32")("a device", async () => {
    await expect(find(["/dev/zero"])).rejects.toThrow('"/dev/zero" is no file');
  });

  test("may be allowed for folders and globs, not for files", async () => {
    expect(await pathsOf(["pictures", "drafts/*.md"], { allowEmpty: true })).toEqual([]);
    await expect(find(["nothing.json"], { allowEmpty: true })).rejects.toThrow(InputError);
  });
});
