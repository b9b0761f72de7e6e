import type { Rule } from "#rule-kit/define-rule";
import type { Option } from "#rule-kit/options";
import { readExamples, type Example } from "../support/rule-doc.ts";

/** Writes the generated parts of a rule's doc: the head with its option table, and the report under each example. */
export function renderRuleDoc(doc: string, rule: Rule, reports: readonly string[]): string {
  const lines = doc.split("\n");
  readExamples(doc)
    .map((example, index) => ({ example, report: reports[index] ?? "" }))
    .toReversed()
    .forEach(({ example, report }) => placeReport(lines, example, report));
  // A doc that was begun by hand has no place for its head yet: it comes below the id.
  if (!lines.includes("<!-- generated -->")) lines.splice(1, 0, "", "<!-- generated -->", "<!-- /generated -->");
  return lines
    .join("\n")
    .replace(
      /<!-- generated -->[^]*?<!-- \/generated -->/,
      () => `<!-- generated -->\n${head(rule)}\n<!-- /generated -->`,
    );
}

function placeReport(lines: string[], { end, report: old, kind }: Example, report: string): void {
  if (old !== undefined) lines.splice(end + 1, old.end - end);
  if (kind === "invalid") lines.splice(end + 1, 0, "", "```text report", ...report.split("\n"), "```");
}

function head(rule: Rule): string {
  const where =
    rule.presets.length === 0 ? "in no preset" : `in ${rule.presets.map((name) => `\`${name}\``).join(", ")}`;
  const options = Object.entries(rule.options);
  return [
    `**${rule.summary}** Severity \`${rule.severity}\`, ${where}.`,
    ...(options.length === 0 ? [] : ["", "| Option | Type | Default | Meaning |", "| --- | --- | --- | --- |"]),
    ...options.map(([name, option]) => optionRow(name, option)),
    ...(rule.sources.length === 0 ? [] : ["", "Sources:", ""]),
    ...rule.sources.map(
      ({ title, url, read }) => `- ${url === undefined ? title : `[${title}](${url})`}, read ${read}`,
    ),
  ].join("\n");
}

const optionRow = (name: string, { schema, default: value, description }: Option<unknown>) =>
  `| \`${name}\` | ${typeOf(schema)} | \`${cell(JSON.stringify(value))}\` | ${cell(description)} |`;

const typeOf = ({ type, enum: values, properties }: Readonly<Record<string, unknown>>): string => {
  if (Array.isArray(values)) return cell(values.map((value) => `\`${JSON.stringify(value)}\``).join(" | "));
  if (type === "object" && properties !== undefined) return "range";
  return { array: "list", object: "table" }[String(type)] ?? String(type);
};

const cell = (text: string) => text.replaceAll("|", "\\|");
