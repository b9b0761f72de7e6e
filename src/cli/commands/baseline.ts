import { auditForBaseline, type BaselineState } from "#audit/baseline-state";
import { plural } from "#text/wording";
import { printable } from "#text/printable";
import type { Arguments } from "../parse-arguments.ts";
import { checkRequest } from "../check-request.ts";
import { countByRule } from "../count-by-rule.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import { writeFileAtomically } from "../write-file.ts";

/** Makes, refreshes, thins out or counts the file of known findings. */
export async function baseline(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const [action = "", ...inputs] = positionals;
  const request = await checkRequest(io, inputs, options);
  if (request.since !== undefined || request.staged === true) {
    throw new UsageError("A baseline is of the whole site; leave out --since and --staged.");
  }
  const state = await auditForBaseline(request);
  if (!state.complete) {
    throw new UsageError(
      "A rule crashed, so not all findings are known; nothing was written. standfirst check tells more.",
    );
  }
  return actions[action]?.(io, state) ?? exitCodes.couldNotRun;
}

const actions: Readonly<Record<string, (io: Io, state: BaselineState) => Promise<ExitCode>>> = {
  async create(io, { file, name, exists, text, current }) {
    if (exists)
      throw new UsageError(`${name} exists already; use \`standfirst baseline update\` to take in what is new.`);
    await writeFileAtomically(file, text(current));
    return say(io, `Wrote ${name} with ${plural(current.length, "finding")}.`);
  },
  async update(io, { file, name, text, current, added, stale }) {
    await writeFileAtomically(file, text(current));
    return say(
      io,
      `Wrote ${name}: ${added} added, ${stale.length} taken out, ${plural(current.length, "finding")} in all.`,
    );
  },
  async prune(io, { file, name, exists, text, kept, stale }) {
    requireFile(name, exists);
    if (stale.length > 0) await writeFileAtomically(file, text(kept));
    return say(io, `Took ${plural(stale.length, "stale entry", "stale entries")} out of ${name}; ${kept.length} left.`);
  },
  async stats(io, { name, exists, kept, stale, added }) {
    requireFile(name, exists);
    const lines = countByRule(kept).map(([rule, count]) => `${String(count).padStart(6)}  ${rule}`);
    return say(
      io,
      [
        ...lines,
        `${name}: ${kept.length} known, ${stale.length} stale, ${added} new findings that it does not have.`,
      ].join("\n"),
    );
  },
};

function requireFile(name: string, exists: boolean): void {
  if (!exists) throw new UsageError(`There is no baseline ${name}; make it with \`standfirst baseline create\`.`);
}

async function say(io: Io, text: string): Promise<ExitCode> {
  await io.stdout.write(`${text.split("\n").map(printable).join("\n")}\n`);
  return exitCodes.passed;
}
