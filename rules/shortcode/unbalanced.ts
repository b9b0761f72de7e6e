import { shortcodeTags, type ShortcodeTag, type ShortcodeTags } from "#facts/shortcode-tags";
import type { Entry } from "#model/entry";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "corpus",
  summary: "Close what is opened: each shortcode with a body has two tags.",
  severity: "error",
  presets: ["recommended", "strict"],
  messages: {
    stray: "“{name}” is closed here and never opened; open it or take the tag out.",
    open: "“{name}” is opened here and never closed, as it is {closed|time} on this site; close it.",
    block: "“{name}” is opened here and never closed; close it.",
  },
  facts: { shortcodeTags },

  *check({ entries }, _options, facts) {
    const counts = countsOf(entries, facts.shortcodeTags);
    for (const entry of entries) {
      const found = facts.shortcodeTags(entry);
      for (const tag of found?.stray ?? []) {
        const name = tag.name || tag.syntax;
        yield { message: "stray", data: { name }, at: bodyPlace(entry, tag.span), key: `close ${tag.name}` };
      }
      for (const tag of found?.open ?? []) {
        const shared = { at: bodyPlace(entry, tag.span), key: `open ${tag.name}` };
        const closed = closedBefore(counts.get(keyOf(tag)));
        if (needsClosing(tag)) yield { message: "block", data: { name: tag.name || tag.syntax }, ...shared };
        else if (closed > 0) yield { message: "open", data: { name: tag.name, closed }, ...shared };
      }
    }
  },
});

const keyOf = ({ syntax, name }: ShortcodeTag) => `${syntax} ${name}`;

/** What has a body in every use, by the language itself. */
const needsClosing = ({ syntax, name }: ShortcodeTag): boolean =>
  syntax === "liquid" && /^(?:if|unless|case|for|tablerow|capture|comment|raw|highlight)$/.test(name);

interface Counts {
  open: number;
  closed: number;
}

function countsOf(
  entries: readonly Entry[],
  tagsOf: (entry: Entry) => ShortcodeTags | null,
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (key: string) =>
    counts.get(key) ?? counts.set(key, { open: 0, closed: 0 }).get(key) ?? { open: 0, closed: 0 };
  for (const entry of entries) {
    const tags = tagsOf(entry);
    for (const tag of tags?.open ?? []) of(keyOf(tag)).open++;
    for (const [key, times] of Object.entries(tags?.paired ?? {})) of(key).closed += times;
  }
  return counts;
}

/** Many shortcodes work with a body and without one; this many uses of ten must have one for the others to be slips. */
const leastShare = 0.9;
const fewestUses = 5;

/** How often a shortcode is closed on a site where it nearly always is; 0 where it need not be. */
function closedBefore({ open, closed }: Counts = { open: 0, closed: 0 }): number {
  return closed >= fewestUses && closed >= leastShare * (open + closed) ? closed : 0;
}
