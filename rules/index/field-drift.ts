import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import type { Post } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { driftedPairs, editionLabel, pairsByDocument } from "#text/edition-pairs";
import { nameKey } from "#text/names";
import { plainForm, saysTheSame } from "#text/same-text";
import { excerpt } from "#text/wording";

const fields = ["title", "summary", "author"] as const;
type DriftingField = (typeof fields)[number];

export default defineRule({
  on: "corpus",
  summary: "Let index and feed say of a post what its source says.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    drift: "{field} is “{here}” here and “{there}” in the {edition}; build it anew, or correct one of them.",
  },

  *check({ posts }, _options, _facts, { site }) {
    for (const name of fields) {
      for (const { source, other } of drifts(posts, name, site.titleSuffix ?? "")) {
        const [here, there] = differingParts(source[name].value, other[name].value);
        yield {
          message: "drift",
          data: { field: labels[name], here, there, edition: editionLabel(other) },
          at: fieldPlace(source, name),
          key: other.edition,
          related: [{ place: fieldPlace(other, name), message: `in the ${editionLabel(other)}` }],
        };
      }
    }
  },
});

const labels: Readonly<Record<DriftingField, string>> = { title: "Title", summary: "Summary", author: "Author" };

const drifts = (posts: readonly Post[], name: DriftingField, suffix: string) =>
  pairsByDocument(posts, name).flatMap((document) =>
    driftedPairs(document, ({ source, other }) => {
      const [a, b] = [source[name].value, withoutSuffix(other[name].value, name, suffix)];
      if (isOpen(source) || a.trim() === "" || b.trim() === "") return false;
      return name === "author" ? nameKey(a) !== nameKey(b) : !saysTheSame(a, b);
    }),
  );

/** A draft is not built, so what is listed is an older state of it. */
const isOpen = ({ draft, incomplete }: Entry) => draft?.value === true || incomplete === true;

const withoutSuffix = (text: string, name: DriftingField, suffix: string) =>
  name === "title" && suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;

/** The two texts for the message, from a few words before the first that differs. */
function differingParts(a: string, b: string): [string, string] {
  const [wordsA, wordsB] = [plainForm(a).split(" "), plainForm(b).split(" ")];
  const first = wordsA.findIndex((word, index) => word !== wordsB[index]);
  const from = Math.max(0, (first < 0 ? wordsA.length : first) - 3);
  const part = (words: readonly string[]) => `${from > 0 ? "… " : ""}${excerpt(words.slice(from).join(" "), 6)}`;
  return [part(wordsA), part(wordsB)];
}
