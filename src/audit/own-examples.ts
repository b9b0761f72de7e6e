import { auditDocuments } from "#audit";
import { loadConfig, resolveSettings } from "#config/index";
import { houseId, phraseScopes, type Phrase } from "#model/phrase";
import type { RuleExample } from "#rule-kit/define-rule";
import type { RuleSet } from "#rule-kit/settings";
import { version } from "../version.ts";
import { loadRules, withOwnRules } from "./preparation.ts";

/** An example of a config's own rule that does not do what it says. */
export interface WrongExample {
  readonly rule: string;
  readonly kind: "valid" | "invalid";
  /** What is in it; of several documents, their paths. */
  readonly text: string;
  /** What the rule found in it. */
  readonly messages: readonly string[];
}

/** What running the examples of all of a config's own rules gave. */
export interface ExampleRun {
  readonly rules: number;
  readonly examples: number;
  readonly wrong: readonly WrongExample[];
}

type ConfigChoice = Parameters<typeof loadConfig>[0];

/** One example, ready to be run. */
interface Example extends Pick<WrongExample, "rule" | "kind" | "text"> {
  readonly documents: Readonly<Record<string, string>>;
}

/**
 * Runs the examples of a config's phrases and of its plugins' rules, each through a whole audit with its rule alone.
 *
 * @throws ConfigError
 */
export async function testOwnRules(choice: Omit<ConfigChoice, "rules">): Promise<ExampleRun> {
  const { phrases = [], plugins = [] } = await loadConfig({ ...choice, rules: await loadRules() });
  const rules = await withOwnRules({}, { phrases, plugins });
  const wrong: WrongExample[] = [];
  let examples = 0;
  for (const { documents, ...example } of [...phrases.flatMap(examplesOfPhrase), ...examplesOfRules(rules)]) {
    examples++;
    const messages = await messagesFor(example.rule, rules, documents);
    if (messages.length > 0 !== (example.kind === "invalid")) wrong.push({ ...example, messages });
  }
  return { rules: Object.keys(rules).length, examples, wrong };
}

const kinds = ["valid", "invalid"] as const;

/** A phrase's examples stand where the phrase is looked for. */
const examplesOfPhrase = (phrase: Phrase): Example[] =>
  kinds.flatMap((kind) =>
    (phrase[kind] ?? []).map((text) => {
      return { rule: houseId(phrase), kind, text, documents: { "example.md": exampleDocument(phrase, text) } };
    }),
  );

const examplesOfRules = (rules: RuleSet): Example[] =>
  Object.entries(rules).flatMap(([rule, { examples = {} }]) =>
    kinds.flatMap((kind) => (examples[kind] ?? []).map((example) => ({ rule, kind, ...asDocuments(example) }))),
  );

const asDocuments = (example: RuleExample): Pick<Example, "text" | "documents"> =>
  typeof example === "string"
    ? { text: example, documents: { "example.md": example } }
    : { text: Object.keys(example).join(", "), documents: example };

/** What a rule says of documents. */
async function messagesFor(id: string, rules: RuleSet, documents: Example["documents"]): Promise<string[]> {
  const rule = rules[id];
  if (rule === undefined) return [];
  const own = { [id]: rule };
  const value = { extends: [], rules: { [id]: rule.severity } };
  const settings = await resolveSettings({ directory: ".", value }, {}, own, ".");
  const read = Object.entries(documents).map(([path, text]) => ({ path, text, bom: false }));
  const run = { now: "2000-01-01T00:00:00.000Z", site: {} };
  const { findings, errors } = await auditDocuments(read, { rules: own, settings, run, version });
  const [crash] = errors;
  if (crash !== undefined) throw new Error(`${id} crashed: ${crash.message}`);
  return findings.map(({ message }) => message);
}

function exampleDocument({ scope = phraseScopes }: Phrase, text: string): string {
  if (scope.includes("prose") || scope.includes("lead")) return `---\ntitle: Example\n---\n\n${text}\n`;
  if (scope.includes("heading")) return `---\ntitle: Example\n---\n\n## ${text.replace(/\s+/g, " ")}\n`;
  const field = scope.includes("title") ? "title" : "description";
  return `---\n${field}: ${JSON.stringify(text)}\n---\n`;
}
