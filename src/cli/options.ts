import type { Options } from "yargs";
import { formats } from "#model/document";

const selection = "What is checked:";
const judgement = "How it is judged:";
const newOnly = "Only what is new:";
const mending = "What is mended:";
const output = "What comes out:";
const sharing = "On several machines:";
const environment = "Config:";
const speed = "Speed:";

/** Options of `check`, as users see them. Each is read in `check-request.ts` or `write-report.ts`. */
export const checkOptions = {
  "input-format": {
    type: "string",
    group: selection,
    describe: `Read every input as this form: ${formats.join(", ")}`,
  },
  parser: {
    type: "string",
    group: selection,
    describe: "Read Markdown with this parser: auto (native code where there is some) or remark",
  },
  "files-from": {
    type: "string",
    group: selection,
    describe: "Check the files that this file lists; - for a list on standard input",
  },
  stdin: { type: "boolean", group: selection, describe: "Check standard input, as - does" },
  "stdin-filename": { type: "string", group: selection, describe: "File that standard input stands for" },
  watch: { alias: "w", type: "boolean", group: selection, describe: "Check again whenever a file changes" },
  "pass-on-no-files": { type: "boolean", group: selection, describe: "Pass when a folder or glob matches nothing" },
  now: { type: "string", group: judgement, describe: "The clock of the run, as YYYY-MM-DD or a date-time" },
  rule: {
    type: "array",
    string: true,
    group: judgement,
    describe: "Set a rule or group: summary/length:warn, or with options summary/length:warn:'{…}'",
  },
  only: { type: "array", string: true, group: judgement, describe: "Run these rules or groups and no others" },
  skip: { type: "array", string: true, group: judgement, describe: "Leave these rules or groups out" },
  "fail-on": { type: "string", group: judgement, describe: "Fail on findings of this severity and above" },
  "max-warnings": { type: "string", group: judgement, describe: "Fail on more warnings than this" },
  "exit-zero": { type: "boolean", group: judgement, describe: "Exit 0 even if the gate fails" },
  since: {
    type: "string",
    group: newOnly,
    describe: "Only findings in what changed since the merge base with this revision, and of what others lost by it",
  },
  staged: { type: "boolean", group: newOnly, describe: "Only findings in what is staged" },
  "changed-lines": {
    type: "boolean",
    group: newOnly,
    describe: "With --since or --staged: only findings on changed lines",
  },
  baseline: { type: "string", group: newOnly, describe: "File of known findings" },
  "no-baseline": { type: "boolean", group: newOnly, describe: "Use no file of known findings" },
  "add-suppressions": {
    type: "string",
    group: newOnly,
    describe: "Write directives for all findings into the documents; =REASON says why",
  },
  fix: { type: "boolean", group: mending, describe: "Mend what is safe to mend, in the files" },
  unsafe: { type: "boolean", group: mending, describe: "With --fix or --diff: mend what wants a look too" },
  diff: { type: "boolean", group: mending, describe: "Show what --fix would change, and change nothing" },
  format: {
    alias: "f",
    type: "array",
    string: true,
    group: output,
    describe: "Format, or format:file; can be given several times",
  },
  quiet: { alias: "q", type: "boolean", group: output, describe: "Show errors only" },
  full: { type: "boolean", group: output, describe: "Show the source line of every finding" },
  statistics: { type: "boolean", group: output, describe: "Count findings by rule on standard error" },
  stats: { type: "boolean", group: output, describe: "Put the run's time into the JSON report" },
  color: { type: "string", group: output, describe: "auto, always or never", default: "auto" },
  "sarif-category": { type: "string", group: output, describe: "Category of the SARIF run" },
  "sarif-include-suppressed": { type: "boolean", group: output, describe: "Write suppressed findings to SARIF too" },
  verbose: { type: "boolean", group: output, describe: "Say more on standard error, with stacks of crashes" },
} as const satisfies Record<string, Options>;

/** Options that share a run out over several machines. */
export const shardOptions = {
  shard: { type: "string", group: sharing, describe: "Only extract the facts of this part: 3/8, or auto for the CI's" },
  output: { type: "string", group: sharing, describe: "With --shard: the file for the facts, compressed as .gz" },
} as const satisfies Record<string, Options>;

/** Names of the options of `check` about judging and reporting: `merge` takes them, and `--shard` has no use for them. */
export const judgementOptionNames = [
  "now",
  "fail-on",
  "max-warnings",
  "exit-zero",
  "since",
  "staged",
  "changed-lines",
  "baseline",
  "no-baseline",
  "format",
  "quiet",
  "full",
  "statistics",
  "stats",
  "sarif-category",
  "sarif-include-suppressed",
] as const satisfies readonly (keyof typeof checkOptions)[];

export const judgementOptions: Readonly<Record<string, Options>> = Object.fromEntries(
  judgementOptionNames.map((name) => [name, checkOptions[name]]),
);

/** Options about speed. */
export const speedOptions = {
  "no-cache": { type: "boolean", group: speed, describe: "Read every document anew, and keep nothing" },
  "cache-dir": { type: "string", group: speed, describe: "Keep facts in this folder" },
  timing: { type: "boolean", group: speed, describe: "Show on standard error where the time goes" },
  concurrency: { type: "string", group: speed, describe: "Most threads that read documents" },
} as const satisfies Record<string, Options>;

/** Options that say which config applies; every command that reads a config has them. */
export const configOptions = {
  config: { alias: "c", type: "string", group: environment, describe: "Use this config file" },
  "no-config": { type: "boolean", group: environment, describe: "Use no config file" },
  "no-code": {
    type: "boolean",
    group: environment,
    describe: "Refuse to run code: configs in .ts or .js, and plugins",
  },
} as const satisfies Record<string, Options>;

type OptionName =
  | keyof typeof checkOptions
  | keyof typeof shardOptions
  | keyof typeof speedOptions
  | keyof typeof configOptions
  // Those of single commands.
  | "json"
  | "workflow"
  | "force"
  | "urls";

/** The options of a call by their long names, as the parser gives them. A name that no command has does not compile. */
export type GivenOptions = Readonly<Partial<Record<OptionName, unknown>>>;

/** Every command, as it is typed. */
export const commandNames = [
  "check",
  "explain",
  "rules",
  "init",
  "config",
  "files",
  "baseline",
  "merge",
  "cache",
  "completion",
  "lsp",
] as const;

/** The options of `check`, which every other command has a part of. */
export const optionList = Object.entries<Options>({
  ...checkOptions,
  ...configOptions,
  ...speedOptions,
  ...shardOptions,
}).map(([name, { alias, describe, type }]) => ({
  name,
  alias: typeof alias === "string" ? alias : undefined,
  describe: typeof describe === "string" ? describe : "",
  takesValue: type !== "boolean",
}));

/** Lines at the end of the help. */
export const examples: readonly (readonly [string, string])[] = [
  ["$0", "Check the site in this folder"],
  ["$0 content/posts/new.md", "Check one post, with the rest of its site in view"],
  ["$0 content public/index.xml", "Check posts and their feed, held against each other"],
  ["$0 index.txt", "Check a post list, whatever form it has"],
  ["curl -s https://blog.example/index.xml | $0 -", "Check standard input"],
  ["$0 feed.xml -f pretty -f sarif:standfirst.sarif", "Show the findings and write SARIF beside it"],
  ["$0 index.txt --only lead --now 2026-07-01", "Run one group of rules with a fixed clock"],
  ["$0 explain summary/length", "Show a rule's documentation"],
  ["$0 init --workflow", "Write a commented config and a GitHub workflow"],
];
