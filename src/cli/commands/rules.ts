import { createColors } from "picocolors";
import { testHouseRules, type ExampleRun, type WrongExample } from "#audit/house-examples";
import { ruleDetails } from "#audit/preparation";
import { printable } from "#text/printable";
import { excerpt, plural } from "#text/wording";
import { configChoice } from "../check-request.ts";
import type { Arguments } from "../parse-arguments.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import { wantsColour } from "../terminal.ts";

/** Lists every rule, or runs the examples of the config's own. */
export const rules = (io: Io, call: Arguments): Promise<ExitCode> =>
  call.positionals[0] === "test" ? testRules(io, call) : listRules(io, call);

/** Runs the examples of the config's house rules and names those that fail. */
async function testRules(io: Io, { options }: Arguments): Promise<ExitCode> {
  const { file, none, noCode } = configChoice(options);
  const run = await testHouseRules({ cwd: io.cwd, file, noConfig: none, noCode });
  if (options["json"] === true) await io.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
  else await io.stdout.write(`${[...run.wrong.map(wrongLine), summaryLine(run)].join("\n")}\n`);
  return run.wrong.length === 0 ? exitCodes.passed : exitCodes.gateFailed;
}

function wrongLine({ rule, kind, text, messages }: WrongExample): string {
  const example = `${rule}: the ${kind} example “${printable(excerpt(text))}”`;
  return kind === "valid" ? `${example} is reported: ${printable(messages.join(" "))}` : `${example} is not reported.`;
}

const summaryLine = ({ rules: count, examples, wrong }: ExampleRun): string =>
  count === 0
    ? "The config has no house rules; the key `phrases` makes them."
    : `${plural(count, "house rule")}, ${plural(examples, "example")}, ${wrong.length} wrong.`;

/** Lists every rule with its severity, presets and summary; `--json` for programs. */
async function listRules(io: Io, { options }: Arguments): Promise<ExitCode> {
  const details = await ruleDetails();
  if (options["json"] === true) {
    await io.stdout.write(`${JSON.stringify(details, null, 2)}\n`);
    return exitCodes.passed;
  }
  const paint = createColors(wantsColour(io, undefined));
  const width = Math.max(...details.map(({ id }) => id.length));
  const lines = details.map(({ id, severity, presets, summary }) => {
    const mark = presets.includes("recommended") ? paint.green("●") : paint.dim("○");
    return `${mark} ${id.padEnd(width)}  ${severity.padEnd(5)}  ${summary}`;
  });
  const legend = `${details.length} rules; ${paint.green("●")} is in the preset recommended. standfirst explain RULE tells more.`;
  await io.stdout.write(`${[...lines, "", legend].join("\n")}\n`);
  return exitCodes.passed;
}
