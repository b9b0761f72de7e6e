import { UsageError, type Io } from "./io.ts";

/**
 * Whether to write colour to standard output: as `--color` says, else as NO_COLOR and FORCE_COLOR say, else on a
 * terminal that is not dumb.
 */
export function wantsColour({ env, stdout }: Pick<Io, "env" | "stdout">, choice: unknown): boolean {
  if (choice === "always") return true;
  if (choice === "never") return false;
  if (choice !== undefined && choice !== "auto") {
    throw new UsageError(`--color is "${String(choice)}"; write auto, always or never.`);
  }
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0";
  return stdout.isTerminal && env["TERM"] !== "dumb";
}

/** Terminals that are known to show links (OSC 8). */
const linking = /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|kitty)$/;

/** Whether the terminal on standard output shows links. */
export const showsLinks = ({ env, stdout }: Pick<Io, "env" | "stdout">): boolean =>
  stdout.isTerminal &&
  !env["CI"] &&
  (linking.test(env["TERM_PROGRAM"] ?? "") ||
    env["WT_SESSION"] !== undefined ||
    Number(env["VTE_VERSION"] ?? 0) >= 5000 ||
    env["TERM"] === "xterm-kitty");
