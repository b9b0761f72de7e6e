import { phraseKinds, phraseScopes } from "#model/phrase";
import { severities } from "#model/severity";
import type { Schema } from "#rule-kit/options";

const text = (description: string): Schema => ({ type: "string", minLength: 1, maxLength: 500, description });
const texts = (description: string): Schema => ({
  type: "array",
  items: { type: "string", minLength: 1, maxLength: 500 },
  minItems: 1,
  maxItems: 2000,
  description,
});
const count = (description: string): Schema => ({ type: "integer", minimum: 0, description });

/** What a house rule without code can say. What each kind needs is checked beside the schema: see `phrases.ts`. */
export const phraseSchema: Schema = {
  type: "object",
  properties: {
    id: { ...text("Name of the rule behind house/."), pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60 },
    kind: { enum: phraseKinds },
    message: text("What a finding says; {found}, {use}, {count}, {bounds} and {other} are filled in."),
    severity: { enum: severities },
    phrases: texts("Words to look for as they stand."),
    patterns: texts("Regular expressions in the syntax of RE2, without look-around and back-references."),
    swap: {
      type: "object",
      additionalProperties: { type: "string", maxLength: 500 },
      description: "Of a substitution: what is written, and what to write in its place.",
    },
    fix: { enum: ["safe", "unsafe", "none"], description: "Whether --fix replaces; unsafe by default." },
    min: count("Of an occurrence: fewest times in a document."),
    max: count("Of an occurrence: most times in a document."),
    variants: {
      type: "array",
      items: texts("Spellings of one thing."),
      minItems: 1,
      description: "Of a consistency: spellings of which a document keeps to one.",
    },
    ignoreCase: { type: "boolean", description: "True by default." },
    wholeWords: { type: "boolean", description: "Whether words are found only as a whole; true by default." },
    scope: { type: "array", items: { enum: phraseScopes }, minItems: 1, uniqueItems: true },
    links: texts("Where the rule is explained."),
    valid: texts("Texts that the rule must not report; `standfirst rules test` runs them."),
    invalid: texts("Texts that the rule must report."),
  },
  required: ["id", "kind"],
  additionalProperties: false,
};

/** How the key looks in the starter config. */
export const phraseStarter = `#phrases:
#  - id: plain-words
#    kind: substitution
#    swap: { utilise: use, in order to: to }
#    invalid: ["In order to bake, utilise heat."]`;
