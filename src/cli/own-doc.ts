import type { HouseRule, PluginRule, RuleExample } from "#audit/own-rules";
import { phraseScopes, type Phrase } from "#model/phrase";
import { printable } from "#text/printable";

/** The documentation of a rule that the config makes or brings, in Markdown as rules have it, made of what it says itself. */
export const ownDoc = (rule: HouseRule | PluginRule): string => ("phrase" in rule ? houseDoc(rule) : pluginDoc(rule));

function houseDoc({ id, summary, severity, message, definedIn, phrase }: HouseRule): string {
  const facts = [
    `**${shown(summary)}** Severity \`${severity}\`, a house rule: defined in \`${shown(definedIn)}\` and on under any preset.`,
    ...searchOf(phrase),
    `A finding says: ${shown(message)}`,
    ...(phrase.links ?? []).map((link) => `See ${shown(link)}.`),
  ];
  const examples = (["invalid", "valid"] as const).flatMap((kind) => (phrase[kind] ?? []).map(exampleOf(kind)));
  return `${[`# ${id}`, ...facts, ...examples, help].join("\n\n")}\n`;
}

function pluginDoc({ id, summary, severity, presets, definedIn, ...rule }: PluginRule): string {
  const within = presets.length === 0 ? "in no preset" : `in ${presets.map((preset) => `\`${preset}\``).join(", ")}`;
  const options = Object.entries(rule.options).map(
    ([name, option]) => `- \`${shown(name)}\`: ${shown(option.description)} Default: \`${asJson(option.default)}\`.`,
  );
  const parts = [
    `**${shown(summary)}** Severity \`${severity}\`, ${within}. From the plugin \`${shown(definedIn)}\`.`,
    ...(options.length === 0 ? [] : [["Options:", "", ...options].join("\n")]),
    ["A finding says:", "", ...Object.values(rule.messages).map((message) => `- ${shown(message)}`)].join("\n"),
    ...rule.sources.map(({ title, url }) => `See ${shown(url === undefined ? title : `[${title}](${url})`)}.`),
    ...(rule.url === undefined ? [] : [`More: ${shown(rule.url)}`]),
    ...(["invalid", "valid"] as const).flatMap((kind) => (rule.examples?.[kind] ?? []).flatMap(exampleBlocks(kind))),
  ];
  return `${[`# ${id}`, ...parts, help].join("\n\n")}\n`;
}

const help = "`standfirst rules test` runs the examples; `standfirst config print` shows the severity of each folder.";

const asJson = (value: unknown) => shown(JSON.stringify(value));

const exampleBlocks =
  (kind: "valid" | "invalid") =>
  (example: RuleExample): string[] =>
    Object.entries(typeof example === "string" ? { "": example } : example).map(([path, text]) => {
      const file = path === "" ? "" : ` file=${shown(path)}`;
      return `\`\`\`md ${kind}${file}\n${text.trimEnd().split("\n").map(shown).join("\n")}\n\`\`\``;
    });

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
