import { parserChoices, ruleDetails } from "#audit/preparation";
import { formats as inputFormats } from "#model/document";
import { severities } from "#model/severity";
import { formats } from "#reporters/index";
import { completionScript, shells, type Vocabulary } from "../completion-scripts.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import { actions, commandDescriptions, type Arguments } from "../parse-arguments.ts";
import { optionList } from "../options.ts";
import { suggestion } from "../suggestion.ts";

/** Prints a script that completes what is typed in a shell: the one that is named, else the one that is in use. */
export async function completion(io: Io, { positionals }: Arguments): Promise<ExitCode> {
  const used = io.env["SHELL"]?.replace(/^.*\//s, "");
  const name = positionals[0] ?? used ?? "";
  const shell = shells.find((one) => one === name);
  if (shell === undefined) {
    throw new UsageError(
      `There are completions for ${shells.join(", ")}, not for "${name}". ${suggestion(name, shells)}`,
    );
  }
  await io.stdout.write(completionScript(shell, await vocabulary()));
  return exitCodes.passed;
}

async function vocabulary(): Promise<Vocabulary> {
  const ids = (await ruleDetails()).map(({ id }) => id);
  const rules = [...new Set(ids.map((id) => id.slice(0, id.indexOf("/")))), ...ids];
  const values: Readonly<Record<string, readonly string[]>> = {
    only: rules,
    skip: rules,
    rule: rules,
    format: formats,
    "input-format": inputFormats,
    parser: parserChoices,
    color: ["auto", "always", "never"],
    "fail-on": [...severities, "never"],
  };
  return {
    commands: commandDescriptions,
    options: optionList.map((option) => ({ ...option, values: values[option.name] ?? [] })),
    actions: { ...actions, explain: ids, completion: shells },
  };
}
