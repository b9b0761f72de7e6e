/** One thing that is wrong with a config or with a flag. */
export interface ConfigProblem {
  /** The config file, relative to the working directory, or the flag as it was given. */
  readonly source: string;
  /** Counted from 1, where it is known. */
  readonly line?: number | undefined;
  /** Counted from 1, in UTF-16 units. */
  readonly column?: number | undefined;
  /** What is, and what would be right. */
  readonly message: string;
}

/** A config that can't be used. Its message has one line a problem; the command ends with exit code 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(lineOf).join("\n"));
    this.problems = problems;
  }
}

const lineOf = ({ source, line, column, message }: ConfigProblem) =>
  `${[source, line, column].filter((part) => part !== undefined).join(":")}: ${message}`;
