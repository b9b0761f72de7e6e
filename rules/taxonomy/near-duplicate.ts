import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list, table } from "#rule-kit/options";
import { othersOf } from "#text/groups";
import { tagKey, tagUses, usesByTag, type TagUse } from "#text/tags";

export default defineRule({
  on: "corpus",
  summary: "Spell each tag in one way.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    distinct: list({
      default: ["https", "rails", "windows"],
      description: "Tags that look like the plural of another one and are not.",
    }),
    spelling: table({ default: {}, description: "Tags as they are written, and as they shall be." }),
  },
  messages: {
    mapped: "Tag “{tag}” is spelled “{usual}” on this site; write it so.",
    spelling: "Tag “{tag}” is “{usual}” in {count|post}; spell it in one way.",
  },

  *check(corpus, { distinct, spelling }) {
    const apart = new Set(distinct.map((tag) => tag.toLowerCase()));
    const all = tagUses(corpus);
    const isMapped = ({ tag }: TagUse) => Object.hasOwn(spelling, tag) && spelling[tag] !== tag;
    for (const use of all.filter(isMapped)) yield mappedAt(use, spelling[use.tag] ?? use.tag);
    const unmapped = all.filter((use) => !isMapped(use));
    for (const [key, spellings] of spellingsByKey(unmapped, apart)) {
      const [usual, ...others] = spellings;
      if (usual === undefined) continue;
      for (const use of others.flatMap(({ uses }) => uses)) yield problemAt(use, usual, key);
    }
  },
});

interface Spelling {
  readonly tag: string;
  readonly uses: readonly TagUse[];
}

/** The spellings of each tag that has several, the usual one first; of equally usual ones, the one used first. */
function spellingsByKey(uses: readonly TagUse[], apart: ReadonlySet<string>): Map<string, Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const [tag, its] of usesByTag(uses)) {
    const key = apart.has(tag.toLowerCase()) ? tag.toLowerCase() : tagKey(tag);
    groups.set(key, [...(groups.get(key) ?? []), { tag, uses: its }]);
  }
  for (const [key, spellings] of groups) {
    if (spellings.length < 2) groups.delete(key);
    else spellings.sort((a, b) => b.uses.length - a.uses.length);
  }
  return groups;
}

const mappedAt = ({ entry, field, tag }: TagUse, usual: string) => ({
  message: "mapped" as const,
  data: { tag, usual },
  at: partPlace(entry, "tags", field, 0, field.value.length),
  key: tag,
  fix: { safety: "safe" as const, description: `Write “${usual}”.`, edits: [{ span: field.span, text: usual }] },
});

function problemAt({ entry, field, tag }: TagUse, usual: Spelling, key: string) {
  return {
    message: "spelling" as const,
    data: { tag, usual: usual.tag, count: usual.uses.length },
    at: partPlace(entry, "tags", field, 0, field.value.length),
    key: tag,
    group: key,
    related: othersOf(usual.uses, -1).map((use) => ({
      place: partPlace(use.entry, "tags", use.field, 0, use.field.value.length),
      message: `“${usual.tag}” here`,
    })),
    fix: {
      safety: "safe" as const,
      description: `Write “${usual.tag}”.`,
      edits: [{ span: field.span, text: usual.tag }],
    },
  };
}
