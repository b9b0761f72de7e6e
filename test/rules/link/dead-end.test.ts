import { expect, test } from "vitest";
import deadEnd from "#rules/link/dead-end";
import { runRule } from "../../support/run-rule.ts";

const config = { path: "hugo.toml", text: 'baseURL = "https://rye.example/"\n' };

/** A post of a folder, with or without a link to the first post of the folder. */
const post = (folder: string, n: number, isOpen: boolean) => ({
  path: `content/${folder}/${n}.md`,
  text: `---\ntitle: Loaf ${n}\ndate: 2026-01-0${n}\n---\n\nSalt slows yeast down${isOpen ? `, as in [another](/${folder}/1/)` : ""}.\n`,
});

const folder = (name: string, open: readonly number[]) =>
  [1, 2, 3, 4, 5, 6].map((n) => post(name, n, open.includes(n)));

const pathsOf = async (files: readonly { path: string; text: string }[]) => {
  const { findings } = await runRule("link/dead-end", deadEnd, [config, ...files], { options: { words: 4 } });
  return findings.map(({ path }) => path);
};

test("posts without a link on are found where others of the folder have one", async () => {
  expect(await pathsOf(folder("posts", [2, 3, 4]))).toEqual([
    "content/posts/1.md",
    "content/posts/5.md",
    "content/posts/6.md",
  ]);
});

test("what more than half of a folder lacks is its custom, and no excuse for another folder", async () => {
  const files = [...folder("news", [2, 3]), ...folder("posts", [2, 3, 4, 5, 6])];
  expect(await pathsOf(files)).toEqual(["content/posts/1.md"]);
});

test("where the host of the site is not known, it is the one whose links name its documents", async () => {
  const abroad = (n: number, path: string) => {
    const { text, ...rest } = post("posts", n, false);
    return { ...rest, text: `${text}\nOn [flour](https://rye.example${path}).\n` };
  };
  const files = [1, 2, 3].map((n) => abroad(n, `/posts/${n + 3}/`));
  const others = [post("posts", 4, false), abroad(7, "/about/"), ...[5, 6, 8, 9].map((n) => post("posts", n, true))];
  const found = async (baseUrl: string, some = files) => {
    const hugo = { path: "hugo.toml", text: `baseURL = "${baseUrl}"\n` };
    const run = { options: { words: 4 } };
    const { findings } = await runRule("link/dead-end", deadEnd, [hugo, ...some, ...others], run);
    return findings.map(({ path }) => /\d/.exec(path)?.[0]);
  };
  expect(await found("/")).toEqual(["4"]);
  expect(await found("/", files.slice(1))).toEqual(["2", "3", "4", "7"]);
  expect(await found("https://wheat.example/", files.slice(1))).toEqual(["2", "3", "4", "7"]);
});
