import { bodyLanguage } from "#facts/body-language";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { localeOf } from "#text/locale";

export default defineRule({
  on: "corpus",
  summary: "Write each post in the language that it is published as.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 200, minimum: 50, description: "Fewest words of a body to judge." }),
  },
  messages: {
    stated: "The post is published as {expected}, but its text is in {found}; correct one of the two.",
    learned:
      "{agreeing} of {total} posts here are in {expected}; this one is in {found}. Say so in its front matter, or translate it.",
  },
  facts: { bodyLanguage },

  *check(corpus, { minWords }, facts, { site }) {
    const posts = corpus.entries.flatMap((entry) => {
      const found = facts.bodyLanguage(entry);
      return found === null || found.words < minWords || entry.draft?.value === true
        ? []
        : { entry, found: found.language };
    });
    const learned = learnConvention(posts.map(({ found }) => found));
    for (const { entry, found } of posts) {
      const stated = statedLanguage(corpus, entry, site.language);
      const shared = { at: placeOf(entry), key: "language" };
      if (stated !== undefined) {
        if (isOther(stated, found)) {
          yield { message: "stated", data: { expected: nameOf(stated), found: nameOf(found) }, ...shared };
        }
      } else if (learned !== undefined && found !== learned.value) {
        const { agreeing, total, value } = learned;
        yield {
          message: "learned",
          data: { agreeing, total, expected: nameOf(value), found: nameOf(found) },
          ...shared,
        };
      }
    }
  },
});

/** What an entry, its URL, its file name, or the site says: "en", "de". Undefined where none of them does. */
function statedLanguage({ site }: Corpus, entry: Entry, configured: string | undefined): string | undefined {
  const inName = /\.([a-z]{2})(?:-[a-z]{2})?\.mdx?$/i.exec(entry.path)?.[1];
  const stated = [localeOf(entry), inName ?? "", configured ?? "", site?.model.language ?? ""].find(
    (one) => one !== "",
  );
  return stated?.toLowerCase().split(/[-_]/, 1)[0];
}

/** Languages that are not told apart here. */
const alike: Readonly<Record<string, string>> = {
  nb: "sv",
  nn: "sv",
  no: "sv",
  da: "sv",
  ms: "id",
  gl: "pt",
  ca: "es",
  af: "nl",
};

const known = new Set("en de fr es pt it nl sv pl tr vi id ja ko zh".split(" "));

/** Whether a text in one known language was published as another. What is stated can be a name that is not known. */
const isOther = (stated: string, found: string): boolean =>
  known.has(stated) && alike[stated] !== found && stated !== found;

const names = new Intl.DisplayNames(["en"], { type: "language" });

const nameOf = (language: string): string => names.of(language) ?? language;
