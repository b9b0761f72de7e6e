import { printable } from "#text/printable";
import type { Io } from "./io.ts";

/** Names of errors whose message tells users all they need. */
const forUsers = new Set([
  "UsageError",
  "ConfigError",
  "InputError",
  "OutputError",
  "HistoryError",
  "BaselineError",
  "ShardError",
]);

/** What standard error says of an error: its message, and a stack only for a defect of Standfirst under `--verbose`. */
export function describeError(error: unknown, { argv }: Pick<Io, "argv">): string {
  const reason = error instanceof Error ? error : new Error(String(error));
  const message = printable(reason.message);
  if (forUsers.has(reason.name)) return `standfirst: ${message}\n`;
  const { stack = "" } = reason.cause instanceof Error ? reason.cause : reason;
  const detail = argv.includes("--verbose") ? `${stack}\n` : "Run it again with --verbose for details.\n";
  return `standfirst: internal error: ${message}\nThis is a defect of Standfirst; please report it. ${detail}`;
}
