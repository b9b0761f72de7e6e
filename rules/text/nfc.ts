import { spanWithin, type Field } from "#model/field";
import { fieldPlace, partPlace } from "#model/problem";
import { fieldLabel, textFields } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "entry",
  summary: "Write accented letters as one character each (Unicode NFC).",
  severity: "warn",
  presets: ["strict"],
  sources: [
    {
      title: "Unicode Standard Annex 15: normalization forms",
      url: "https://www.unicode.org/reports/tr15/",
      read: "2026-11-22",
    },
  ],
  messages: {
    decomposed: "{field} spells {count|letter} as letter and accent apart, the first “{letter}”; compose them (NFC).",
    address: "The address holds a letter and its accent apart (“{letter}”); compose them (NFC), or links will miss it.",
  },

  *check(entry) {
    for (const { name, field } of textFields(entry, ["title", "author", "tags", "slug"])) {
      const found = decomposed(field.value);
      const [first] = found;
      if (first === undefined) continue;
      yield {
        message: "decomposed",
        data: { field: fieldLabel(name), count: found.length, letter: first.text },
        at: partPlace(entry, name, field, first.start, first.end),
        key: name === "tags" ? `tag ${field.value.normalize("NFC")}` : name,
        fix: { safety: "safe", description: "Compose the letters (NFC).", edits: found.map((one) => edit(field, one)) },
      };
    }
    const [letter] = entry.url === undefined ? [] : decomposed(decodeAddress(entry.url.value));
    if (letter === undefined) return;
    yield { message: "address", data: { letter: letter.text }, at: fieldPlace(entry, "url"), key: "url" };
  },
});

interface Cluster {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters with their marks, and Korean syllables in parts, that have a composed form. */
function decomposed(text: string): Cluster[] {
  if (text === text.normalize("NFC")) return [];
  return Array.from(text.matchAll(/[\u1100-\u11ff]+|\P{M}\p{M}*/gu), ({ index, 0: cluster }) => ({
    text: cluster,
    start: index,
    end: index + cluster.length,
  })).filter((cluster) => isApart(cluster.text));
}

/** Whether there is a composed form. NFC may also but put marks in another order, or take a letter apart. */
const isApart = (cluster: string) => [...cluster.normalize("NFC")].length < [...cluster].length;

const edit = (field: Field, { text, start, end }: Cluster) => ({
  span: spanWithin(field, start, end),
  text: text.normalize("NFC"),
});

/** An address with its percent-encoded letters decoded, or as it is where they are not UTF-8. */
function decodeAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
