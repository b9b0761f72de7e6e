import type { HouseRuleDetails } from "#audit/house-details";
import { phraseScopes, type Phrase } from "#model/phrase";
import { printable } from "#text/printable";

/** The documentation of a house rule in Markdown, as rules have it, made of what the config says. */
export function houseDoc({ id, summary, severity, message, definedIn, phrase }: HouseRuleDetails): string {
  const facts = [
    `**${shown(summary)}** Severity \`${severity}\`, a house rule: defined in \`${shown(definedIn)}\` and on under any preset.`,
    ...searchOf(phrase),
    `A finding says: ${shown(message)}`,
    ...(phrase.links ?? []).map((link) => `See ${shown(link)}.`),
  ];
  const examples = (["invalid", "valid"] as const).flatMap((kind) => (phrase[kind] ?? []).map(exampleOf(kind)));
  const help =
    "`standfirst rules test` runs the examples; `standfirst config print` shows the severity of each folder.";
  return `${[`# ${id}`, ...facts, ...examples, help].join("\n\n")}\n`;
}

const shown = (text: string) => printable(text);

const exampleOf = (kind: "valid" | "invalid") => (text: string) => `\`\`\`txt ${kind}\n${shown(text)}\n\`\`\``;

/** What the phrase looks for, and where. */
function searchOf({ kind, phrases, patterns, swap, variants, min, max, ...how }: Phrase): string[] {
  const listed = [
    ...(phrases ?? []).map((words) => `- “${shown(words)}”`),
    ...(patterns ?? []).map((pattern) => `- the pattern \`${shown(pattern)}\``),
    ...Object.entries(swap ?? {}).map(([words, use]) => `- “${shown(words)}”, for which to write “${shown(use)}”`),
    ...(variants ?? []).map((spellings) => `- one of ${spellings.map((one) => `“${shown(one)}”`).join(", ")}`),
  ];
  const bounds = [...(min === undefined ? [] : [`at least ${min}`]), ...(max === undefined ? [] : [`at most ${max}`])];
  const traits = [
    `in ${(how.scope ?? phraseScopes).join(", ")}`,
    ...(how.ignoreCase === false ? ["in this case only"] : []),
    ...(how.wholeWords === false ? ["within words too"] : []),
    ...(bounds.length === 0 ? [] : [`${bounds.join(" and ")} times a post`]),
    ...(how.fix === undefined ? [] : [`fix: ${how.fix}`]),
  ];
  return [`Looks for (${kind}; ${traits.join("; ")}):`, listed.join("\n")];
}
