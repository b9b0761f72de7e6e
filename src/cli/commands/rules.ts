import { createColors } from "picocolors";
import { ruleDetails } from "#audit/preparation";
import type { Arguments } from "../parse-arguments.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import { wantsColour } from "../terminal.ts";

/** Lists every rule with its severity, presets and summary; `--json` for programs. */
export async function listRules(io: Io, { options }: Arguments): Promise<ExitCode> {
  const rules = await ruleDetails();
  if (options["json"] === true) {
    await io.stdout.write(`${JSON.stringify(rules, null, 2)}\n`);
    return exitCodes.passed;
  }
  const paint = createColors(wantsColour(io, undefined));
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, severity, presets, summary }) => {
    const mark = presets.includes("recommended") ? paint.green("●") : paint.dim("○");
    return `${mark} ${id.padEnd(width)}  ${severity.padEnd(5)}  ${summary}`;
  });
  const legend = `${rules.length} rules; ${paint.green("●")} is in the preset recommended. standfirst explain RULE tells more.`;
  await io.stdout.write(`${[...lines, "", legend].join("\n")}\n`);
  return exitCodes.passed;
}
