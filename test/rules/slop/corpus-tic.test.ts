import { describe, expect, test } from "vitest";
import corpusTic from "#rules/slop/corpus-tic";
import { runRule } from "../../support/run-rule.ts";

const syllables = ["ba", "ke", "lo", "ri", "su", "ta", "ve", "no", "mi", "du"];

/** A number that looks drawn by lot. */
const drawn = (seed: number) => {
  const half = Math.imul(seed ^ (seed >>> 15), 0x85ebca6b);
  return Math.imul(half ^ (half >>> 13), 0xc2b2ae35) >>> 8;
};

/** A word of eight or ten letters: longer than those of a phrase of every day. */
const wordOf = (seed: number) =>
  [1, 2, 3, 4, 5]
    .slice(drawn(seed) % 2)
    .map((place) => syllables[drawn(seed * 6 + place) % syllables.length])
    .join("");

/** Sentences of a post's own, each of them two clauses that open in their own way. */
const sentences = (seed: number, count: number) =>
  Array.from({ length: count }, (_, line) => {
    const word = (place: number) => wordOf(seed * 10_000 + line * 10 + place);
    return `The ${word(0)} of ${word(1)} is ${word(2)} on day ${line}, and every ${word(3)} ${word(4)} its ${word(5)}.`;
  });

interface Blog {
  readonly posts: number;
  readonly having: number;
  readonly length: number;
  /** The sentence that a post gets, by its number. */
  readonly plant: (post: number) => string;
  /** Behind which of its sentences. */
  readonly at?: (post: number) => number;
}

const blog = ({ posts, having, length, plant, at = (post) => 1 + (post % (length - 2)) }: Blog) =>
  Array.from({ length: posts }, (_, post) => {
    const own = sentences(post, length);
    if (post < having) own.splice(at(post), 0, plant(post));
    const body = Array.from({ length: Math.ceil(own.length / 4) }, (_part, index) =>
      own.slice(index * 4, index * 4 + 4),
    );
    return {
      path: `posts/${String(post).padStart(3, "0")}.md`,
      text: `---\ntitle: Post ${post}\n---\n\n${body.map((paragraph) => paragraph.join(" ")).join("\n\n")}\n`,
    };
  });

const run = async (files: readonly { path: string; text: string }[], options = {}) =>
  (await runRule("slop/corpus-tic", corpusTic, files, { options })).findings;

const said = (findings: Awaited<ReturnType<typeof run>>) => [...new Set(findings.map(({ message }) => message))];

describe("a phrase that is planted into the bodies of a third of the posts", () => {
  test.each([
    ["opens a sentence", (post: number) => `The short answer is that loaf ${post} waits.`, "the short answer is"],
    [
      "opens a clause",
      (post: number) => `Loaf ${post} waits, and we have seen this before.`,
      "and we have seen this before",
    ],
    ["follows a dash", (post: number) => `Loaf ${post} waits — no matter how long it takes you.`, "no matter how long"],
  ])("is found in each of them where it %s", async (_where, plant, phrase) => {
    const files = blog({ posts: 40, having: 14, length: 12, plant });
    const findings = await run(files);
    expect(findings.map(({ path }) => path)).toEqual(files.slice(0, 14).map(({ path }) => path));
    expect(new Set(findings.map(({ message }) => message))).toEqual(
      new Set([`“${phrase}” is in 14 of 40 posts; say it otherwise here, or leave it out.`]),
    );
    for (const { path, range } of findings) {
      const text = files.find((file) => file.path === path)?.text.slice(range.start.offset, range.end.offset);
      expect(text?.toLowerCase()).toBe(phrase);
    }
  });

  test("is found in long posts too, where some of them have kept its words", async () => {
    const plant = (post: number) => `The short answer is that loaf ${post} waits.`;
    const files = blog({ posts: 40, having: 20, length: 120, plant });
    const findings = await run(files);
    expect(findings).toHaveLength(20);
    for (const { path, range } of findings) {
      const text = files.find((file) => file.path === path)?.text.slice(range.start.offset);
      expect(text).toMatch(/^The short answer is/);
    }
  });
});

describe("nothing is said of", () => {
  const plant = (post: number) => `The short answer is that loaf ${post} waits.`;

  test("a phrase in less than the share of the posts, or on a site of few posts", async () => {
    expect(said(await run(blog({ posts: 40, having: 11, length: 12, plant })))).toEqual([]);
    expect(said(await run(blog({ posts: 9, having: 9, length: 12, plant })))).toEqual([]);
  });

  test("a call to action, which closes the posts that have it", async () => {
    const call = (post: number) => `Send us your questions about loaf ${post} by mail.`;
    expect(said(await run(blog({ posts: 40, having: 30, length: 12, plant: call, at: () => 12 })))).toEqual([]);
    expect(await run(blog({ posts: 40, having: 30, length: 12, plant: call }))).toHaveLength(30);
  });

  test("phrases of every day, and those that are allowed", async () => {
    const everyday = (post: number) => `On the other hand loaf ${post} waits.`;
    expect(said(await run(blog({ posts: 40, having: 30, length: 12, plant: everyday })))).toEqual([]);
    const files = blog({ posts: 40, having: 30, length: 12, plant });
    expect(said(await run(files, { allowed: ["The short answer is that"] }))).toEqual([]);
  });

  test("whole sentences that are pasted, which dup/shared-sentence tells", async () => {
    const pasted = () => "The short answer is that every loaf of bread has to wait for its oven.";
    expect(said(await run(blog({ posts: 40, having: 14, length: 12, plant: pasted })))).toEqual([]);
  });

  test("quotations and code", async () => {
    const quoted = (post: number) => `\n\n> The short answer is that loaf ${post} waits.\n\n`;
    expect(said(await run(blog({ posts: 40, having: 30, length: 12, plant: quoted })))).toEqual([]);
  });
});
