import { dirname, resolve } from "node:path";
import { houseId, type Phrase, type PhraseKind } from "#model/phrase";
import { defineRule } from "#rule-kit/define-rule";
import type { RuleSet } from "#rule-kit/settings";
import { valueAt, type ConfigPath, type Flaw } from "./flaw.ts";
import { describe, oneOf, quote } from "./wording.ts";

/** What each kind of phrase looks for, one of which it needs, and what else is its own. */
const kinds: Readonly<Record<PhraseKind, { readonly needs: readonly string[]; readonly takes: readonly string[] }>> = {
  existence: { needs: ["phrases", "patterns"], takes: [] },
  substitution: { needs: ["swap"], takes: ["fix"] },
  occurrence: { needs: ["phrases", "patterns"], takes: ["min", "max"] },
  consistency: { needs: ["variants"], takes: [] },
};
const ofSomeKinds = ["phrases", "patterns", "swap", "fix", "min", "max", "variants"] as const;

/** What is wrong with phrases beyond what the schema can say: `path` is that of their list. */
export async function* phraseFlaws(phrases: readonly unknown[], path: ConfigPath): AsyncIterable<Flaw> {
  for (const [index, given] of phrases.entries()) {
    if (typeof given !== "object" || given === null) continue;
    const phrase = given as Phrase;
    const place = [...path, String(index)];
    yield* kindFlaws(phrase, place);
    yield* await patternFlaws(phrase, place);
  }
}

function* kindFlaws(phrase: Phrase, path: ConfigPath): Iterable<Flaw> {
  const kind = Object.hasOwn(kinds, phrase.kind) ? kinds[phrase.kind] : undefined;
  if (kind === undefined) return;
  if (!kind.needs.some((name) => valueAt(phrase, [name]) !== undefined)) {
    yield { path, part: "value", message: `a phrase of the kind ${phrase.kind} needs ${oneOf(kind.needs)}` };
  }
  for (const name of ofSomeKinds) {
    if (phrase[name] === undefined || kind.needs.includes(name) || kind.takes.includes(name)) continue;
    yield { path: [...path, name], part: "key", message: `a phrase of the kind ${phrase.kind} takes no ${name}` };
  }
  if (phrase.kind === "occurrence") yield* boundFlaws(phrase, path);
}

function* boundFlaws({ min, max }: Phrase, path: ConfigPath): Iterable<Flaw> {
  if (min === undefined && max === undefined) {
    yield { path, part: "value", message: "a phrase of the kind occurrence needs min or max" };
  } else if ((min ?? 0) > (max ?? Infinity)) {
    const message = `min ${min} is above max ${max}; make min the smaller one`;
    yield { path: [...path, "min"], part: "value", message };
  }
}

/** Patterns that can't be compiled. The engine of RE2 has no back-references and no look-around, so none can run away. */
async function patternFlaws({ patterns }: Phrase, path: ConfigPath): Promise<Flaw[]> {
  if (!Array.isArray(patterns)) return [];
  const { RE2JS } = await import("re2js");
  return patterns.flatMap((pattern: unknown, index): Flaw[] => {
    if (typeof pattern !== "string") return [];
    try {
      RE2JS.compile(pattern);
      return [];
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).replace(/^error parsing regexp: /, "");
      const message = `${quote(pattern)} is no regular expression of RE2: ${reason}`;
      return [{ path: [...path, "patterns", String(index)], part: "value", message }];
    }
  });
}

/** A list of phrases from a file, which may hold a single one. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Where a phrase file is. */
export const phraseFile = (config: string, file: string): string => resolve(dirname(config), file);

/** Stands for the rules of phrases while a config is checked: their names may be used, and they have no options. */
export const standIns = (phrases: readonly Phrase[]): RuleSet =>
  Object.fromEntries(phrases.map((phrase) => [houseId(phrase), standIn]));

const standIn = defineRule({ on: "corpus", summary: "", severity: "warn", presets: [], messages: {}, *check() {} });

/** Phrases that share a name; each name is one rule. */
export function* doubledPhrases(phrases: readonly Phrase[]): Iterable<string> {
  const seen = new Set<string>();
  for (const { id } of phrases) {
    if (seen.has(id)) yield `two phrases have the id ${describe(id)}; give each its own`;
    seen.add(id);
  }
}
