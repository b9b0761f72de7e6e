import { createColors } from "picocolors";
import { testOwnRules, type ExampleRun, type WrongExample } from "#audit/own-examples";
import { ownRules } from "#audit/own-rules";
import { ruleDetails } from "#audit/preparation";
import { printable } from "#text/printable";
import { excerpt, plural } from "#text/wording";
import { configChoice } from "../check-request.ts";
import type { Arguments } from "../parse-arguments.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import { wantsColour } from "../terminal.ts";

/** Lists every rule, those of the config too, or runs the examples of the config's own. */
export const rules = (io: Io, call: Arguments): Promise<ExitCode> =>
  call.positionals[0] === "test" ? testRules(io, call) : listRules(io, call);

/** Runs the examples of the config's own rules and names those that fail. */
async function testRules(io: Io, { options }: Arguments): Promise<ExitCode> {
  const { file, none, noCode } = configChoice(options);
  const run = await testOwnRules({ cwd: io.cwd, file, noConfig: none, noCode });
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
    ? "The config has no rules of its own; the keys `phrases` and `plugins` bring them."
    : `${plural(count, "rule")} of the config, ${plural(examples, "example")}, ${wrong.length} wrong.`;

/** Lists every rule with its severity, presets and summary, and those that the config makes; `--json` for programs. */
async function listRules(io: Io, { options }: Arguments): Promise<ExitCode> {
  const { file, none, noCode } = configChoice(options);
  const own = await ownRules({ cwd: io.cwd, file, noConfig: none, noCode });
  const details = [...(await ruleDetails()), ...own];
  if (options["json"] === true) {
    await io.stdout.write(`${JSON.stringify(details, null, 2)}\n`);
    return exitCodes.passed;
  }
  const paint = createColors(wantsColour(io, undefined));
  const width = Math.max(...details.map(({ id }) => id.length));
  const places = new Map(own.map(({ id, definedIn }) => [id, definedIn]));
  // Rules of phrases are on under any preset.
  const isMade = new Set(own.flatMap((rule) => ("phrase" in rule ? rule.id : [])));
  const lines = details.map(({ id, severity, presets, summary }) => {
    const place = places.get(id);
    const isOn = presets.includes("recommended") || isMade.has(id);
    const mark = isOn ? paint.green("●") : paint.dim("○");
    const from = place === undefined ? "" : paint.dim(`  ${printable(place)}`);
    return `${mark} ${id.padEnd(width)}  ${severity.padEnd(5)}  ${printable(summary)}${from}`;
  });
  const made = isMade.size === 0 ? "" : ` or of the config (${plural(isMade.size, "house rule")})`;
  const legend = `${details.length} rules; ${paint.green("●")} is in the preset recommended${made}. standfirst explain RULE tells more.`;
  await io.stdout.write(`${[...lines, "", legend].join("\n")}\n`);
  return exitCodes.passed;
}
