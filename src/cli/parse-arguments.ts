import yargs, { type Argv, type Options } from "yargs";
import { didYouMean } from "#text/did-you-mean";
import { UsageError } from "./io.ts";
import {
  checkOptions,
  configOptions,
  examples,
  judgementOptions,
  shardOptions,
  speedOptions,
  type GivenOptions,
} from "./options.ts";

/** A command line, read: the command's name, its positional arguments and its options by their long names. */
export interface Arguments {
  readonly command: string;
  readonly positionals: readonly string[];
  readonly options: GivenOptions;
}

/** What the parser made of a command line: a call, or a text that was asked for (help). */
export type Parsed = { readonly call: Arguments } | { readonly text: string };

/** Reads a command line. Throws a UsageError that says what would be right. */
export async function parseArguments(argv: readonly string[], width: number): Promise<Parsed> {
  let call: Arguments | undefined;
  let failure: string | undefined;
  let text = "";
  const parser = declare(yargs(), (command, options) => {
    call = { command, positionals: positionalsOf(command, options), options: withHyphens(options) };
  });
  parser
    .wrap(width)
    .exitProcess(false)
    .fail((message, error) => {
      failure ??= message ?? error?.message;
    });
  await parser.parseAsync(prepared(argv), {}, (_error, _argv, output) => {
    text = output;
  });
  if (failure !== undefined) throw new UsageError(explain(withHyphen(failure)));
  if (call !== undefined) return { call };
  return { text: `${text}\n` };
}

type Run = (command: string, options: Record<string, unknown>) => void;

/** A command as users see it: its usage, what it does, and its arguments. The usage starts with its name. */
interface Declaration {
  readonly usage: string;
  readonly describe: string;
  build(sub: Argv): Argv;
}

const inputs = { describe: "Files, folders, globs, or - for standard input" };

/** What the commands can be told to do that take it as a word. */
export const actions = {
  rules: ["list", "test"],
  config: ["print", "schema"],
  baseline: ["create", "update", "prune", "stats"],
  cache: ["stats", "clean"],
} as const;

const declarations: readonly Declaration[] = [
  {
    usage: "check [inputs..]",
    describe: "Check posts, post indexes and feeds (the default command)",
    build: (sub) => withExamples(sub.positional("inputs", inputs)),
  },
  {
    usage: "explain [rule]",
    describe: "Show the documentation of a rule, a built-in one or one of the config",
    build: (sub) =>
      sub
        .positional("rule", { type: "string" })
        .options({ json: { type: "boolean", describe: "As JSON" }, ...configOptions }),
  },
  {
    usage: "rules [action]",
    describe: "List all rules, or test the examples of the config's own rules",
    build: (sub) =>
      sub
        .positional("action", { choices: actions.rules })
        .options({ json: { type: "boolean", describe: "As JSON" }, ...configOptions }),
  },
  {
    usage: "init",
    describe: "Write a commented config",
    build: (sub) =>
      sub.options({
        workflow: { type: "boolean", describe: "Write a GitHub workflow too" },
        force: { type: "boolean", describe: "Overwrite files that exist" },
      }),
  },
  {
    usage: "config <action> [file]",
    describe: "Print the effective config or its JSON Schema",
    build: (sub) =>
      sub
        .positional("action", { choices: actions.config })
        .positional("file", { type: "string", describe: "Show what applies to this file" })
        .options(configOptions),
  },
  {
    usage: "files [inputs..]",
    describe: "List the files that would be read, their form, and the URLs that the site gives them",
    build: (sub) => {
      const { "input-format": form, now } = checkOptions;
      return sub.positional("inputs", inputs).options({
        ...configOptions,
        "input-format": form,
        urls: { type: "boolean", describe: "Show the URL of each document in the built site" },
        now,
      });
    },
  },
  {
    usage: "baseline <action> [inputs..]",
    describe: "Keep known findings out of the gate",
    build: (sub) =>
      sub.positional("action", { choices: actions.baseline }).positional("inputs", inputs).options(allOptions),
  },
  {
    usage: "merge <facts..>",
    describe: "Judge what the shards of a run read, and report it as one run",
    build: (sub) => {
      const { rule, only, skip, color, verbose } = checkOptions;
      return sub
        .positional("facts", { describe: "Files that check --shard wrote, folders of them, globs" })
        .options({ ...configOptions, rule, only, skip, ...judgementOptions, color, verbose });
    },
  },
  {
    usage: "cache <action>",
    describe: "Say what the cache holds, or take it away",
    build: (sub) =>
      sub
        .positional("action", { choices: actions.cache })
        .options({ ...configOptions, "cache-dir": speedOptions["cache-dir"] }),
  },
  {
    usage: "completion [shell]",
    describe: "Print a script that completes commands, options and rules in bash, zsh or fish",
    build: (sub) => sub.positional("shell", { type: "string", describe: "The shell; else the one in use" }),
  },
  {
    usage: "lsp",
    describe: "Serve an editor that speaks the Language Server Protocol, on standard input and output",
    build: (sub) =>
      sub.options({ ...configOptions, stdio: { type: "boolean", describe: "What editors may add; it is so anyway" } }),
  },
];

const nameOf = ({ usage }: Declaration) => usage.split(" ", 1)[0] ?? usage;

/** Every command, with what it does. */
export const commandDescriptions = declarations.map((one) => ({ name: nameOf(one), describe: one.describe }));

function declare(parser: Argv, run: Run): Argv {
  for (const one of declarations) {
    const { usage, describe, build } = one;
    const name = nameOf(one);
    parser.command(usage, describe, build, (options) => run(name, options as Record<string, unknown>));
  }
  return parser
    .command(
      "$0 [inputs..]",
      false,
      (sub) => withExamples(sub.positional("inputs", inputs)),
      (options) => run("check", options as Record<string, unknown>),
    )
    .scriptName("standfirst")
    .usage(
      "$0 [inputs..]\n\nChecks the posts of a site and what lists them, and reports each problem where an author can edit it.",
    )
    .strict()
    .help()
    .alias("help", "h")
    .version(false)
    .option("version", { alias: "V", type: "boolean", describe: "Show the version" })
    .parserConfiguration({
      "greedy-arrays": false,
      "parse-positional-numbers": false,
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "strip-aliased": true,
    });
}

const allOptions = { ...checkOptions, ...configOptions, ...speedOptions };

/** Options whose values add up. */
const takesSeveral = new Set(
  Object.entries<Options>(allOptions).flatMap(([name, { type }]) => (type === "array" ? [name] : [])),
);

const withExamples = (sub: Argv) =>
  sub.options({ ...allOptions, ...shardOptions }).example(examples.map(([call, meaning]) => [call, meaning]));

/** What stands for a lone hyphen on its way through yargs, which drops one from the positional arguments. */
const hyphen = "\0-";

/**
 * Arguments as yargs reads them right. What follows `--` is an input, whatever it starts with, and so is what follows
 * `--add-suppressions`: its reason is given with an equals sign.
 */
function prepared(argv: readonly string[]): string[] {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  const inputsOnly = end < 0 ? [] : argv.slice(end + 1);
  return [
    ...options.map((one) => (one === "-" ? hyphen : one === "--add-suppressions" ? `${one}=` : one)),
    ...inputsOnly.map((one) => one.replace(/^-/, hyphen)),
  ];
}

const withHyphen = (argument: string) => argument.replaceAll(hyphen, "-");

/** The options' values. Of an option that takes one value and is given several times, the last counts. */
const withHyphens = (options: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const one = Array.isArray(value) && !takesSeveral.has(name) ? (value.at(-1) as unknown) : value;
      return [name, typeof one === "string" ? withHyphen(one) : one];
    }),
  );

const positionals: Readonly<Record<string, readonly string[]>> = {
  check: ["inputs"],
  files: ["inputs"],
  explain: ["rule"],
  rules: ["action"],
  config: ["action", "file"],
  baseline: ["action", "inputs"],
  merge: ["facts"],
  cache: ["action"],
  completion: ["shell"],
};

/** The positional arguments of a command in their order; yargs gives them by name. */
const positionalsOf = (command: string, options: Readonly<Record<string, unknown>>): string[] =>
  (positionals[command] ?? []).flatMap((name) => options[name] ?? []).map((value) => withHyphen(String(value)));

/** Makes yargs' complaint about an unknown option helpful. */
function explain(failure: string): string {
  const unknown = /^Unknown arguments?: (.+)$/.exec(failure)?.[1]?.split(", ") ?? [];
  const [first] = unknown;
  if (first === undefined) return `${failure.replace(/\.?$/, ".")} See standfirst --help.`;
  const known = Object.keys({ ...allOptions, ...shardOptions });
  if (known.includes(first)) return `The option --${first} does not go with this command. See standfirst --help.`;
  const near = didYouMean(first, known);
  const hint = near === undefined ? "See standfirst --help." : `Did you mean --${near}?`;
  return `Unknown option ${first.length === 1 ? "-" : "--"}${first}. ${hint}`;
}
