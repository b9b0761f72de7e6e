import { ruleDetails } from "#audit/preparation";
import { didYouMean } from "#text/did-you-mean";
import type { Arguments } from "../parse-arguments.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import { renderDoc } from "../render-doc.ts";
import { readRuleDoc } from "../rule-docs.ts";
import { wantsColour } from "../terminal.ts";

/** Shows a rule's documentation; without a rule, how to find one. */
export async function explain(io: Io, { positionals }: Arguments): Promise<ExitCode> {
  const [id] = positionals;
  const ids = (await ruleDetails()).map((rule) => rule.id);
  if (id === undefined)
    throw new UsageError("Name a rule: standfirst explain summary/length. `standfirst rules` lists them.");
  if (!ids.includes(id)) {
    const near = didYouMean(id, ids);
    const hint = near === undefined ? "`standfirst rules` lists the rules." : `Did you mean "${near}"?`;
    throw new UsageError(`There is no rule "${id}". ${hint}`);
  }
  await io.stdout.write(renderDoc(readRuleDoc(id), { colour: wantsColour(io, undefined) }));
  return exitCodes.passed;
}
