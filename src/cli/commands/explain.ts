import { ownRules } from "#audit/own-rules";
import { ruleDetails } from "#audit/preparation";
import { houseId } from "#model/phrase";
import { didYouMean } from "#text/did-you-mean";
import { configChoice } from "../check-request.ts";
import type { Arguments } from "../parse-arguments.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import { ownDoc } from "../own-doc.ts";
import { renderDoc } from "../render-doc.ts";
import { readRuleDoc } from "../rule-docs.ts";
import { wantsColour } from "../terminal.ts";

/** Shows a rule's documentation, of a rule of the config what that says of it; without a rule, how to find one. */
export async function explain(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const [id] = positionals;
  if (id === undefined)
    throw new UsageError("Name a rule: standfirst explain summary/length. `standfirst rules` lists them.");
  const { doc, ...details } = await explained(io, id, options);
  const isJson = options["json"] === true;
  await io.stdout.write(
    isJson
      ? `${JSON.stringify({ ...details, doc }, null, 2)}\n`
      : renderDoc(doc, { colour: wantsColour(io, undefined) }),
  );
  return exitCodes.passed;
}

/** What is known of a rule. The config is read only where the rule is no built-in one. */
async function explained(io: Io, id: string, options: Arguments["options"]) {
  const builtIn = await ruleDetails();
  const own = builtIn.find((rule) => rule.id === id);
  if (own !== undefined) return { ...own, doc: readRuleDoc(id) ?? own.summary };
  const { file, none, noCode } = configChoice(options);
  const ofConfig = await ownRules({ cwd: io.cwd, file, noConfig: none, noCode });
  const made = ofConfig.find((rule) => rule.id === id);
  if (made !== undefined) return { ...made, doc: ownDoc(made) };
  const ids = [...builtIn, ...ofConfig].map((rule) => rule.id);
  const near = ids.find((known) => known === houseId({ id })) ?? didYouMean(id, ids);
  const hint = near === undefined ? "`standfirst rules` lists the rules." : `Did you mean "${near}"?`;
  throw new UsageError(`There is no rule "${id}". ${hint}`);
}
