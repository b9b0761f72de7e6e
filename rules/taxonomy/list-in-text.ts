import { textLists, type TextList } from "#facts/text-lists";
import type { Entry } from "#model/entry";
import { metaList } from "#model/meta";
import type { SiteModel } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { quorum } from "#text/convention";
import { tagKey } from "#text/tags";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Give tags and categories as a list, and not as one text.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [
    {
      title: "Hugo: taxonomies, assigning terms to content",
      url: "https://gohugo.io/content-management/taxonomies/",
      read: "2026-11-24",
    },
    { title: "Jekyll: tags and categories of posts", url: "https://jekyllrb.com/docs/posts/", read: "2026-11-24" },
    { title: "Eleventy: one tag and several", url: "https://www.11ty.dev/docs/collections/", read: "2026-11-24" },
  ],
  messages: {
    one: "“{value}” is one {term} to {generator}; write a list: {list}.",
    split: "Jekyll splits “{value}” at spaces alone, into {parts}; write a list: {list}.",
    habit:
      "{count} of {total|post} give their {key} as one text, this one among them, which {generator} does not split at commas; write lists.",
  },
  facts: { textLists },

  *check({ entries, site }, _options, facts) {
    const generator = names[site?.model.generator ?? "plain"];
    if (generator === undefined) return;
    for (const key of ["tags", "categories"] as const) {
      const found = entries.flatMap((entry) =>
        (facts.textLists(entry) ?? []).flatMap((list) => (list.key === key ? [{ entry, list }] : [])),
      );
      const inText = new Set(found.map(({ entry }) => entry));
      const listed = entries.filter((entry) => !inText.has(entry) && metaList(entry.meta, key).length > 0);
      const terms = new Set(listed.flatMap(({ meta }) => metaList(meta, key).map(({ value }) => tagKey(value))));
      const isWrong = ({ entry, list }: Found) =>
        generator === "Jekyll" ? isInCollection(entry) : isMeantAsList(list, terms);
      yield* told(found.filter(isWrong), { generator, key, total: inText.size + listed.length });
    }
  },
});

interface Found {
  readonly entry: Entry;
  readonly list: TextList;
}

/** The generators that do not split a text at its commas. Astro and Docusaurus end the build at a text. */
const names: Partial<Record<SiteModel["generator"], "Hugo" | "Jekyll" | "Eleventy">> = {
  hugo: "Hugo",
  jekyll: "Jekyll",
  eleventy: "Eleventy",
};

/** Jekyll reads the tags of posts and of collections; those of pages are what a template makes of them. */
const isInCollection = ({ path }: Entry): boolean => /(?:^|\/)_\w/.test(path);

const partsOf = ({ value }: TextList): string[] =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Most words of a tag, for a text to be a list and not a sentence. */
const mostWords = 4;

/** Whether a text is a list of terms, and not one with a comma in it, such as "Washington, D.C.". */
function isMeantAsList(list: TextList, terms: ReadonlySet<string>): boolean {
  const parts = partsOf(list);
  if (parts.length < 2 || parts.some((part) => part.split(/\s+/).length > mostWords)) return false;
  return parts.length > 2 || parts.some((part) => terms.has(tagKey(part))) || /^\p{Ll}/u.test(parts[1] ?? "");
}

/** One problem a post; where most posts do so, a template may split them, and it is told once. */
function* told(
  found: readonly Found[],
  { generator, key, total }: { readonly generator: string; readonly key: TextList["key"]; readonly total: number },
) {
  const [first, ...rest] = found.map((one) => ({ ...one, at: placeOf(one) }));
  if (first === undefined) return;
  if (total >= quorum.members && found.length >= quorum.share * total) {
    const data = { count: found.length, total, key, generator };
    yield { message: "habit" as const, data, at: first.at, key, others: rest.map(({ at }) => at) };
    return;
  }
  const term = key === "tags" ? "tag" : "category";
  for (const { list, at } of [first, ...rest]) {
    const text = `[${partsOf(list)
      .map((part) => JSON.stringify(part))
      .join(", ")}]`;
    const shared = { value: excerpt(list.value), list: excerpt(text) };
    const fix = {
      // The tags of the post become others than the site has now.
      safety: "unsafe" as const,
      description: `Write a list of ${key}.`,
      edits: [{ span: list.span, text }],
    };
    if (generator === "Jekyll")
      yield { message: "split" as const, data: { ...shared, parts: quoted(list) }, at, key, fix };
    else yield { message: "one" as const, data: { ...shared, term, generator }, at, key, fix };
  }
}

const placeOf = ({ entry, list }: Found) => ({ path: entry.path, span: list.span, anchor: `key:${list.key}`, entry });

const quoted = ({ value }: TextList): string =>
  value
    .trim()
    .split(/\s+/)
    .map((part) => `“${part}”`)
    .join(", ");
