import { existsSync, readdirSync, readFileSync } from "node:fs";
import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { englishSentences, isHard } from "#facts/readability";

const texts = [
  "The cat sat on the mat. It was warm there. Nobody asked the cat to leave, so it stayed until the evening came.",
  "Organizational interoperability necessitates comprehensive standardization of administrative communication protocols.",
  "Dr. Smith said (on Jan. 3, e.g.) that the U.S. office isn't open. “Why not?” she asked. Well… because!",
  "Rye has little gluten, so it holds no shape and wants a tin. It drinks more than wheat, ferments faster, and turns sticky when it is worked for long; stir it as you would a porridge.",
  "Kubernetes orchestrates containerized microservices across heterogeneous infrastructure while simultaneously guaranteeing availability. Use it. Or do not use it at all, if a single machine is enough for you.",
  "The probability of catastrophic misconfiguration increases proportionally with organizational complexity. Version 1.2.3 of foo-bar costs $5,000 — 30% less than C++ would.",
  "A a a a a a. I am. We go to the big red house by the sea and eat the fish that my father and my mother caught in the morning.",
  "Internationalization, localization, and accessibility requirements collectively determine architectural decisions regarding user-interface implementation.",
];

const reference = unified().use(retextEnglish).use(retextReadability).freeze();

/** Where the reference reports a hard sentence. */
const referenceHard = (text: string) =>
  new Promise<(number | undefined)[]>((resolve, reject) => {
    reference.run(reference.parse(text), text, (error, _tree, file) => {
      if (error !== undefined) reject(error);
      else
        resolve(
          file?.messages.map(({ place }) =>
            place !== undefined && "start" in place ? place.start.offset : undefined,
          ) ?? [],
        );
    });
  });

test.each(texts)("finds the sentences hard that retext-readability finds hard: %s", async (text) => {
  const hard = englishSentences(text).filter(isHard);
  expect(hard.map(({ start }) => start)).toEqual(await referenceHard(text));
});

test("some of them are hard, and some are not", () => {
  const all = texts.flatMap(englishSentences);
  expect(all.some(isHard)).toBe(true);
  expect(all.every(isHard)).toBe(false);
});

const corpora = ["tanhdev/content/posts", "goblog/_content/blog"]
  .map((folder) => new URL(`../../../shared/corpora/${folder}/`, import.meta.url))
  .filter((folder) => existsSync(folder));

describe.skipIf(corpora.length === 0)("over real content", () => {
  test.each(corpora.map((folder) => [folder]))("agrees on every sentence of the first lines: %s", async (folder) => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .slice(0, 40);
    const lines = files
      .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
      .filter((line) => /^[A-Z]/.test(line))
      .slice(0, 250);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const hard = englishSentences(line).filter(isHard);
      expect({ line, hard: hard.map(({ start }) => start) }).toEqual({ line, hard: await referenceHard(line) });
    }
  });
});
