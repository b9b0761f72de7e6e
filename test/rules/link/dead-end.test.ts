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
