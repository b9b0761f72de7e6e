import type { Directive } from "#model/directive";
import { pairAt, pairOf, type FrontMatterMap, type FrontMatterValue } from "#model/front-matter";
import { firstText, texts } from "./markdown-fields.ts";

/**
 * The directives that are a key of the front matter: `standfirst: { disable: [{ rule, reason }] }`. Each covers the whole
 * file. A rule may stand in the list by its name alone.
 */
export function directivesIn(text: string, root: FrontMatterMap): Directive[] {
  const disable = pairAt(root, "standfirst.disable")?.value;
  if (disable === undefined) return [];
  const items = disable.kind === "list" ? disable.items : [disable];
  return items.flatMap((item) => {
    const rules = texts(text, ruleOf(item)) ?? [];
    // Without a rule it would keep all findings silent; what names none is taken for a mistake.
    if (rules.length === 0) return [];
    const reason = item.kind === "map" ? pairOf(item, "reason") : undefined;
    return {
      kind: "file" as const,
      rules,
      reason: (reason && firstText(text, reason.value)?.value) ?? null,
      span: item.span,
      covers: { start: 0, end: text.length },
    };
  });
}

const ruleOf = (item: FrontMatterValue): FrontMatterValue =>
  item.kind === "map" ? (pairOf(item, "rule")?.value ?? pairOf(item, "rules")?.value ?? item) : item;
