/** What can stand on a command line. */
export interface Vocabulary {
  readonly commands: readonly Word[];
  readonly options: readonly OptionWord[];
  /** The arguments of commands that take one of a few words. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}

interface Word {
  readonly name: string;
  readonly describe: string;
}

interface OptionWord extends Word {
  /** One letter. */
  readonly alias: string | undefined;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** The values that there are; empty for files and free text. */
  readonly values: readonly string[];
}

/** Shells that a script can be written for. */
export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** A script that a shell sources, so that it completes commands, options and their values. Names of files are the shell's. */
export function completionScript(shell: Shell, vocabulary: Vocabulary): string {
  if (shell === "fish") return fishScript(vocabulary);
  const script = bashScript(vocabulary);
  // zsh reads the completions of bash once it is told to.
  return shell === "bash" ? script : `autoload -U +X compinit bashcompinit && compinit -u && bashcompinit\n${script}`;
}

const bashScript = ({ commands, options, actions }: Vocabulary): string => `_standfirst() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  case $previous in
${[...valueCases(options), ...Object.entries(actions).map(([name, words]) => caseOf(name, words))].join("\n")}
    *)
      case $current in
        -*) words="${options.map(({ name }) => `--${name}`).join(" ")}" ;;
        *) [ "$COMP_CWORD" -eq 1 ] && words="${commands.map(({ name }) => name).join(" ")}" ;;
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _standfirst standfirst
`;

const caseOf = (pattern: string, words: readonly string[]) => `    ${pattern}) words="${words.join(" ")}" ;;`;

const valueCases = (options: readonly OptionWord[]): string[] =>
  options.flatMap(({ name, alias, values, takesValue }) =>
    takesValue ? caseOf(`--${name}${alias === undefined ? "" : `|-${alias}`}`, values) : [],
  );

const fishScript = ({ commands, options, actions }: Vocabulary): string =>
  [
    ...commands.map(
      ({ name, describe }) => `complete -c standfirst -n __fish_use_subcommand -a ${name} -d ${quoted(describe)}`,
    ),
    ...Object.entries(actions).map(
      ([name, words]) =>
        `complete -c standfirst -f -n '__fish_seen_subcommand_from ${name}' -a ${quoted(words.join(" "))}`,
    ),
    ...options.map(({ name, alias, describe, takesValue, values }) => {
      const short = alias === undefined ? "" : ` -s ${alias}`;
      const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : takesValue ? " -r" : "";
      return `complete -c standfirst -l ${name}${short}${value} -d ${quoted(describe)}`;
    }),
    "",
  ].join("\n");

const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
