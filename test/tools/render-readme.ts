import type { RuleSet } from "#rule-kit/settings";
import { architecture } from "../support/architecture.ts";
import { runCli } from "../support/run-cli.ts";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Rewrites the parts of the README between `<!-- generated NAME -->` and `<!-- /generated -->`. */
export async function renderReadme(readme: string, rules: RuleSet): Promise<string> {
  const parts: Readonly<Record<string, string>> = {
    sample: await sample(),
    rules: ruleTable(rules),
    architecture: architectureTable(),
  };
  return readme.replace(
    /<!-- generated (\w+) -->[^]*?<!-- \/generated -->/g,
    (_match, name: string) => `<!-- generated ${name} -->\n\n${parts[name] ?? ""}\n\n<!-- /generated -->`,
  );
}

/** Lines of the sample before it is cut: a screen's worth. */
const linesShown = 15;

/** What the first command of the README prints, as it prints it. */
async function sample(): Promise<string> {
  const { stdout } = await runCli(["fixtures/sites/tidepool/index.txt", "--now", "2026-07-01"], { cwd: root });
  const lines = stdout.trimEnd().split("\n");
  const end = lines.findIndex((line) => /^[✔✖!] /u.test(line));
  const shown = [...lines.slice(0, linesShown), "  …", "", ...lines.slice(end)];
  return `\`\`\`text\n${shown.join("\n")}\n\`\`\``;
}

const ruleTable = (rules: RuleSet): string =>
  [
    "| Rule | Severity | Presets | What it asks for |",
    "| --- | --- | --- | --- |",
    ...Object.entries(rules).map(
      ([id, { severity, presets, summary }]) =>
        `| [\`${id}\`](rules/${id}.md) | ${severity} | ${presets.join(", ")} | ${summary} |`,
    ),
  ].join("\n");

const architectureTable = (): string =>
  [
    "| Part | What it does | May import |",
    "| --- | --- | --- |",
    ...Object.entries(architecture).map(
      ([part, { does, imports }]) =>
        `| \`${part}\` | ${does} | ${imports.map((name) => `\`${name}\``).join(", ") || "nothing"} |`,
    ),
  ].join("\n");
