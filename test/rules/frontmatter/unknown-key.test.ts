import { expect, test } from "vitest";
import rule from "#rules/frontmatter/unknown-key";
import { runRule } from "../../support/run-rule.ts";

/** How many findings a folder gives in which some posts have a key that resembles another, and some have that other. */
const found = async (count: number, { alike, right = 0 }: { alike: number; right?: number }) => {
  const keyOf = (n: number) => (n < alike ? "featured-image" : n < alike + right ? "featured_image" : "author");
  const files = Array.from({ length: count }, (_, n) => ({
    path: `posts/rye-${n}.md`,
    text: `---\ntitle: Rye ${n}\n${keyOf(n)}: ada\n---\n`,
  }));
  return (await runRule("frontmatter/unknown-key", rule, files)).findings.length;
};

test("a key that four posts have is their own, unless others have the one that it resembles", async () => {
  expect(await found(100, { alike: 3 })).toBe(3);
  expect(await found(100, { alike: 4 })).toBe(0);
  expect(await found(100, { alike: 4, right: 1 })).toBe(4);
  expect(await found(100, { alike: 11, right: 20 })).toBe(0);
});

test("a key that four posts have is their own, in whatever folders they are", async () => {
  const inFolders = async (count: number) => {
    const files = Array.from({ length: count }, (_, n) => ({
      path: `posts/rye-${n}/rye.md`,
      text: `---\ntitle: Rye ${n}\ndescripton: ada\n---\n`,
    }));
    return (await runRule("frontmatter/unknown-key", rule, files)).findings.length;
  };
  expect(await inFolders(3)).toBe(3);
  expect(await inFolders(4)).toBe(0);
});
