import { parseArguments, type Arguments } from "./parse-arguments.ts";
import { exitCodes, type ExitCode, type Io } from "./io.ts";

type Command = (io: Io, call: Arguments) => Promise<ExitCode>;

// Each command is loaded when it is called.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./commands/check.ts")).check,
  explain: async () => (await import("./commands/explain.ts")).explain,
  rules: async () => (await import("./commands/rules.ts")).rules,
  init: async () => (await import("./commands/init.ts")).init,
  config: async () => (await import("./commands/config.ts")).config,
  baseline: async () => (await import("./commands/baseline.ts")).baseline,
  cache: async () => (await import("./commands/cache.ts")).cache,
  merge: async () => (await import("./commands/merge.ts")).merge,
  completion: async () => (await import("./commands/completion.ts")).completion,
  lsp: async () => (await import("./commands/lsp.ts")).lsp,
  files: async () => (await import("./commands/files.ts")).listFiles,
};

/** Reads the command line and runs what it names. */
export async function runCommand(io: Io): Promise<ExitCode> {
  const parsed = await parseArguments(io.argv, Math.min(io.stdout.columns ?? 100, 120));
  if ("text" in parsed) {
    await io.stdout.write(parsed.text);
    return exitCodes.passed;
  }
  const load = commands[parsed.call.command];
  if (load === undefined) throw new Error(`no command ${parsed.call.command}`);
  return (await load())(io, parsed.call);
}
