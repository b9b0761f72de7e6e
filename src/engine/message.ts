import type { Problem } from "#model/problem";
import type { Rule } from "#rule-kit/define-rule";
import { slotPattern } from "#rule-kit/message-slots";
import { firstGraphemes } from "#text/graphemes";
import { plural } from "#text/wording";

/** The text of a problem: its rule's message with the slots filled. */
export function messageOf(rule: Rule, { message, data }: Problem): string {
  const template = rule.messages[message];
  if (template === undefined) throw new Error(`rule has no message "${message}"`);
  return template.replace(slotPattern, (slot, name: string, noun?: string, many?: string) => {
    const value = data[name];
    if (value === undefined) return slot;
    return noun === undefined ? shortened(String(value)) : plural(Number(value), noun, many);
  });
}

/** Most characters of a value in a message: what a hostile document calls a word may have a million. */
const mostCharacters = 300;

const shortened = (value: string) =>
  value.length <= mostCharacters ? value : `${firstGraphemes(value, mostCharacters - 1)}…`;
