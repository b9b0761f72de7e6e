import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list, table } from "#rule-kit/options";
import { byKey, othersOf } from "#text/groups";
import { letterSlips } from "#text/letter-slips";
import { tagKey, tagUses, usesByTag, type TagUse } from "#text/tags";
import { fold } from "#text/terms";

export default defineRule({
  on: "corpus",
  summary: "Spell each tag in one way.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    distinct: list({
      default: ["https", "rails", "windows"],
      description: "Tags that look like another one, or like its plural, and are not.",
    }),
    spelling: table({ default: {}, description: "Tags as they are written, and as they shall be." }),
  },
  messages: {
    mapped: "Tag “{tag}” is spelled “{usual}” on this site; write it so.",
    spelling: "Tag “{tag}” is “{usual}” in {count|post}; spell it in one way.",
    slip: "Tag “{tag}” is one letter away from “{usual}”, which {count|post|posts} have; check the spelling.",
  },

  *check(corpus, { distinct, spelling }) {
    const apart = new Set(distinct.map((tag) => tag.toLowerCase()));
    const all = tagUses(corpus);
    const isMapped = ({ tag }: TagUse) => Object.hasOwn(spelling, tag) && spelling[tag] !== tag;
    for (const use of all.filter(isMapped)) yield mappedAt(use, spelling[use.tag] ?? use.tag);
    const unmapped = all.filter((use) => !isMapped(use));
    const spellings = spellingsByKey(unmapped, apart);
    for (const [key, [usual, ...others]] of spellings) {
      if (usual === undefined) continue;
      for (const use of others.flatMap(({ uses }) => uses)) yield problemAt(use, usual, key, "spelling");
    }
    for (const [key, meant] of slipsOf(spellings, apart)) {
      const [usual] = spellings.get(meant) ?? [];
      const uses = (spellings.get(key) ?? []).flatMap((one) => one.uses);
      if (usual === undefined || uses.some(isNamed)) continue;
      for (const use of uses) yield problemAt(use, usual, meant, "slip");
    }
  },
});

/** Most posts of a tag that is a slip, and fewest of the tag that was meant. */
const [mostSlips, fewestMeant] = [2, 5] as const;

/** Rare tags by key, and the key of the tag of many posts that each is a slip of. */
function slipsOf(all: ReadonlyMap<string, readonly Spelling[]>, apart: ReadonlySet<string>): Map<string, string> {
  const count = (spellings: readonly Spelling[]) => spellings.reduce((sum, { uses }) => sum + uses.length, 0);
  const keys = [...all].filter(
    ([key, spellings]) => !apart.has(key) && !spellings.some(({ tag }) => apart.has(tag.toLowerCase())),
  );
  const rare = keys.filter(([, spellings]) => count(spellings) <= mostSlips);
  const usual = keys.filter(([, spellings]) => count(spellings) >= fewestMeant);
  return letterSlips(
    rare.map(([key]) => key),
    usual.map(([key]) => key),
  );
}

/** A tag whose word stands in the title or the summary as well is meant. */
const isNamed = ({ entry, tag }: TagUse) =>
  [entry.title, entry.summary].some((field) => field !== undefined && fold(field.value).includes(fold(tag)));

interface Spelling {
  readonly tag: string;
  readonly uses: readonly TagUse[];
}

/** The spellings of each tag, the usual one first; of equally usual ones, the one used first. */
function spellingsByKey(uses: readonly TagUse[], apart: ReadonlySet<string>): Map<string, Spelling[]> {
  const spelled = Array.from(usesByTag(uses), ([tag, its]): Spelling => ({ tag, uses: its }));
  const groups = byKey(spelled, ({ tag }) => (apart.has(tag.toLowerCase()) ? tag.toLowerCase() : tagKey(tag)));
  for (const spellings of groups.values()) spellings.sort((a, b) => b.uses.length - a.uses.length);
  return groups;
}

const mappedAt = ({ entry, field, tag }: TagUse, usual: string) => ({
  message: "mapped" as const,
  data: { tag, usual },
  at: partPlace(entry, "tags", field, 0, field.value.length),
  key: tag,
  fix: { safety: "safe" as const, description: `Write “${usual}”.`, edits: [{ span: field.span, text: usual }] },
});

function problemAt({ entry, field, tag }: TagUse, usual: Spelling, key: string, message: "spelling" | "slip") {
  return {
    message,
    data: { tag, usual: usual.tag, count: usual.uses.length },
    at: partPlace(entry, "tags", field, 0, field.value.length),
    key: tag,
    group: key,
    related: othersOf(usual.uses, -1).map((use) => ({
      place: partPlace(use.entry, "tags", use.field, 0, use.field.value.length),
      message: `“${usual.tag}” here`,
    })),
    fix: {
      safety: message === "slip" ? ("unsafe" as const) : ("safe" as const),
      description: `Write “${usual.tag}”.`,
      edits: [{ span: field.span, text: usual.tag }],
    },
  };
}
