import type { Rule } from "#rule-kit/define-rule";
import type { Problem } from "#model/problem";

/** The text of a problem: its rule's message with the slots filled. */
export function messageOf(rule: Rule, { message, data }: Problem): string {
  const template = rule.messages[message];
  if (template === undefined) throw new Error(`rule has no message "${message}"`);
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => String(data[name] ?? slot));
}
