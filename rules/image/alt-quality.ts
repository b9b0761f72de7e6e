import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { range, type Bounds } from "#rule-kit/options";
import { countGraphemes } from "#text/graphemes";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Let alternative texts say what pictures show, in a sentence.",
  severity: "info",
  presets: ["recommended", "strict"],
  sources: [{ title: "@power-seo/images: 5 to 125 characters", read: "2026-11-22" }],
  facts: { links },
  options: {
    characters: range({ default: { min: 5, max: 125 }, description: "Length of an alternative text." }),
  },
  messages: {
    file: "The alternative text “{text}” is a file name; say what the picture shows.",
    opening: "The alternative text starts with “{text}”, which readers know already; start with what is shown.",
    short: "The alternative text “{text}” has {length|character}; say what the picture shows.",
    long: "The alternative text has more than {max|character}; put the rest into the prose.",
  },

  *check(entry, { characters }, facts) {
    for (const link of linksOf(facts.links)) {
      const flaw = link.kind === "image" ? flawOf(link, characters) : undefined;
      if (flaw !== undefined) yield { ...flaw, at: linkPlace(entry, link), key: `${flaw.message} ${link.target}` };
    }
  },
});

const fileName =
  /^[\w.-]{1,100}\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$|^(?:IMG|DSC|Screenshot|image)[-_ ]?\d[\w-]*$/i;
const opening = /^(?:an? |the )?(?:image|picture|photo|graphic|screenshot image) (?:of|showing)\b/i;
/** Scripts that write a syllable or a word as one character, or leave vowels out, say as much with half the characters. */
const otherScript = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u;
/** The name of a firm or a person says all of its logo or portrait, however short it is. */
const isName = /^\p{Lu}/u;

function flawOf({ text }: Link, { min, max }: Bounds) {
  // No text at all belongs to `image/alt-missing`.
  if (text === null || text === "") return undefined;
  const length = countGraphemes(text);
  const found = opening.exec(text)?.[0];
  if (fileName.test(text)) return { message: "file", data: { text: excerpt(text) } } as const;
  if (found !== undefined) return { message: "opening", data: { text: found } } as const;
  if (length < (otherScript.test(text) ? Math.floor(min / 2) : min) && !isName.test(text))
    return { message: "short", data: { text: excerpt(text), length } } as const;
  return length > max ? ({ message: "long", data: { max } } as const) : undefined;
}
