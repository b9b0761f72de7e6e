import { auditDocuments } from "#audit";
import { loadConfig, resolveSettings } from "#config/index";
import { houseId, phraseScopes, type Phrase } from "#model/phrase";
import { version } from "../version.ts";
import { loadRules } from "./preparation.ts";

/** An example of a house rule that does not do what it says. */
export interface WrongExample {
  readonly rule: string;
  readonly kind: "valid" | "invalid";
  readonly text: string;
  /** What the rule found in it. */
  readonly messages: readonly string[];
}

/** What running the examples of all house rules gave. */
export interface ExampleRun {
  readonly rules: number;
  readonly examples: number;
  readonly wrong: readonly WrongExample[];
}

type ConfigChoice = Parameters<typeof loadConfig>[0];

/**
 * Runs the examples of a config's phrases, each through a whole audit with its rule alone.
 *
 * @throws ConfigError
 */
export async function testHouseRules(choice: Omit<ConfigChoice, "rules">): Promise<ExampleRun> {
  const { phrases = [] } = await loadConfig({ ...choice, rules: await loadRules() });
  const wrong: WrongExample[] = [];
  let examples = 0;
  for (const phrase of phrases) {
    for (const kind of ["valid", "invalid"] as const) {
      for (const text of phrase[kind] ?? []) {
        examples++;
        const messages = await messagesFor(phrase, text);
        if (messages.length > 0 !== (kind === "invalid")) wrong.push({ rule: houseId(phrase), kind, text, messages });
      }
    }
  }
  return { rules: phrases.length, examples, wrong };
}

/** What a phrase's rule says of a text that stands where the phrase is looked for. */
async function messagesFor(phrase: Phrase, text: string): Promise<string[]> {
  const { houseRules } = await import("#house/index");
  const rules = await houseRules([phrase]);
  const settings = await resolveSettings({ directory: ".", value: { extends: [] } }, {}, rules, ".");
  const document = { path: "example.md", text: exampleDocument(phrase, text), bom: false };
  const run = { now: "2000-01-01T00:00:00.000Z", site: {} };
  const { findings, errors } = await auditDocuments([document], { rules, settings, run, version });
  const [crash] = errors;
  if (crash !== undefined) throw new Error(`${houseId(phrase)} crashed: ${crash.message}`);
  return findings.map(({ message }) => message);
}

function exampleDocument({ scope = phraseScopes }: Phrase, text: string): string {
  if (scope.includes("prose") || scope.includes("lead")) return `---\ntitle: Example\n---\n\n${text}\n`;
  if (scope.includes("heading")) return `---\ntitle: Example\n---\n\n## ${text.replace(/\s+/g, " ")}\n`;
  const field = scope.includes("title") ? "title" : "description";
  return `---\n${field}: ${JSON.stringify(text)}\n---\n`;
}
