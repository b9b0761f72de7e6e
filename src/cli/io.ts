/** The process as the command line sees it, so that it can be run without one. */
export interface Io {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** All of standard input; undefined, and read no further, where it has more bytes than `most`. */
  readStdin(most: number): Promise<Uint8Array | undefined>;
}

interface Stream {
  /** Resolves when the text is written, so that a slow pipe loses nothing. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined elsewhere. */
  readonly columns: number | undefined;
}

/** Exit codes of the command. */
export const exitCodes = { passed: 0, gateFailed: 1, couldNotRun: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A call that can't be carried out as it stands: a bad flag, an unknown rule. Its message says what would be right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
