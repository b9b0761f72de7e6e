import { presets, severities, type Preset, type Severity } from "#model/severity";
import { printable } from "#text/printable";

/** The form of a plugin's name and of its rules' names. */
const namePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const nameForm = "small letters, digits and hyphens";

const subjects = ["entry", "document", "post", "corpus"];

/**
 * What keeps a module's export from being a plugin, in words that go on after its name: "rule oven has no summary". A
 * plugin may be written in JavaScript, where nothing else checks it.
 *
 * @param taken names of groups of rules that there are already
 */
export function* pluginFlaws(value: unknown, taken: ReadonlySet<string>): Iterable<string> {
  if (!isMap(value)) return yield 'its default export is no plugin; write { name: "…", rules: { … } }';
  const { name, rules } = value;
  if (typeof name !== "string" || !namePattern.test(name)) yield `its name is ${shown(name)}; use ${nameForm}`;
  else if (taken.has(name)) yield `its name "${name}" is that of a group of rules; choose another`;
  if (!isMap(rules) || Object.keys(rules).length === 0) return yield "it has no rules; give it a map of them";
  yield* sharedNames(rules);
  for (const [id, rule] of Object.entries(rules)) {
    if (!namePattern.test(id)) yield `its rule is called ${shown(id)}; use ${nameForm}`;
    for (const flaw of isMap(rule) ? ruleFlaws(rule) : ["is no rule; write defineRule({ … })"]) {
      yield `rule ${printable(id)} ${flaw}`;
    }
  }
}

/** Facts that share an id: only one of them would be made. */
function* sharedNames(rules: Values): Iterable<string> {
  const known = new Map<unknown, unknown>();
  for (const rule of Object.values(rules)) {
    const facts = isMap(rule) ? rule["facts"] : undefined;
    for (const fact of isMap(facts) ? Object.values(facts) : []) {
      const id = isMap(fact) ? fact["id"] : undefined;
      if (known.has(id) && known.get(id) !== fact) yield `two of its facts have the id ${shown(id)}; name them apart`;
      known.set(id, fact);
    }
  }
}

/** A part of a rule, whether its value will do, and what to say where it will not. */
type Part = readonly [name: string, isGood: (value: unknown) => boolean, flaw: (found: string) => string];

const parts: readonly Part[] = [
  ["on", (value) => subjects.includes(value as string), (found) => `is on ${found}; use ${subjects.join(", ")}`],
  ["summary", isFilled, () => "has no summary; say in a sentence what it asks for"],
  [
    "severity",
    (value) => severities.includes(value as Severity),
    (found) => `has the severity ${found}; use ${severities.join(", ")}`,
  ],
  [
    "presets",
    (value) => isListOf(value, (one) => presets.includes(one as Preset)),
    (found) => `has the presets ${found}; list some of ${presets.join(", ")}, or none`,
  ],
  [
    "messages",
    (value) => isMap(value) && Object.keys(value).length > 0 && Object.values(value).every(isFilled),
    () => "has no messages; give it a map of texts",
  ],
  ["check", (value) => typeof value === "function", () => "has no function check"],
  [
    "url",
    (value) => value === undefined || /^https?:\/\/\S+$/.test(String(value)),
    (found) => `has the URL ${found}; write a full address`,
  ],
];

function* ruleFlaws(rule: Values): Iterable<string> {
  for (const [name, isGood, flaw] of parts) if (!isGood(rule[name])) yield flaw(shown(rule[name]));
  yield* optionFlaws(rule["options"] ?? {});
  yield* factFlaws(rule["facts"] ?? {});
  yield* exampleFlaws(rule["examples"] ?? {});
}

function* optionFlaws(options: unknown): Iterable<string> {
  if (!isMap(options)) return yield "has options that are no map";
  for (const [name, option] of Object.entries(options)) {
    if (isMap(option) && isMap(option["schema"]) && isFilled(option["description"]) && "default" in option) continue;
    yield `has an option ${printable(name)} without default, description or schema; make it with integer, text, list and the like`;
  }
}

function* factFlaws(facts: unknown): Iterable<string> {
  if (!isMap(facts)) return yield "has facts that are no map";
  for (const [name, fact] of Object.entries(facts)) {
    const from = isMap(fact) ? fact["from"] : undefined;
    const makers = isMap(from) ? Object.entries(from) : [];
    const isMade =
      makers.length > 0 && makers.every(([view, make]) => views.includes(view) && typeof make === "function");
    if (isMap(fact) && isFilled(fact["id"]) && Number.isInteger(fact["version"]) && isMade) continue;
    yield `has a fact ${printable(name)} without id, version or a function from ${views.join(" or ")}; make it with defineFact`;
  }
}

const views = ["entry", "markdown"];

function* exampleFlaws(examples: unknown): Iterable<string> {
  const isExample = (one: unknown) => isFilled(one) || (isMap(one) && Object.values(one).every(isFilled));
  const isGiven = isMap(examples) && Object.values(examples).every((list) => isListOf(list, isExample));
  if (!isGiven || !Object.keys(examples).every((kind) => kind === "valid" || kind === "invalid")) {
    yield "has examples that are no lists under valid and invalid, of texts or of maps from paths to texts";
  }
}

type Values = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isListOf(value: unknown, test: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

const shown = (value: unknown): string => printable(JSON.stringify(value)?.slice(0, 80) ?? String(value));
