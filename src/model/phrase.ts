import type { Severity } from "./severity.ts";

export const phraseKinds = ["existence", "substitution", "occurrence", "consistency"] as const;
export type PhraseKind = (typeof phraseKinds)[number];

/** What of a post a phrase is looked for in: `lead` is the first paragraph, which `prose` includes. Code is none of it. */
export const phraseScopes = ["title", "summary", "lead", "prose", "heading"] as const;
export type PhraseScope = (typeof phraseScopes)[number];

/** A house rule without code, as a config writes it. Plain JSON. */
export interface Phrase {
  /** The rule's id is `house/` and this. */
  readonly id: string;
  readonly kind: PhraseKind;
  /** What a finding says; `{found}`, `{use}`, `{count}`, `{bounds}` and `{other}` are filled in where they apply. */
  readonly message?: string;
  readonly severity?: Severity;
  /** Words that are looked for as they stand. */
  readonly phrases?: readonly string[];
  /** Regular expressions in the syntax of RE2, which has no look-around and no back-references. */
  readonly patterns?: readonly string[];
  /** Of a substitution: what is written, and what to write in its place. */
  readonly swap?: Readonly<Record<string, string>>;
  readonly fix?: "safe" | "unsafe" | "none";
  /** Of an occurrence: fewest and most times in a document. */
  readonly min?: number;
  readonly max?: number;
  /** Of a consistency: spellings of which a document should keep to one. */
  readonly variants?: readonly (readonly string[])[];
  /** True by default. */
  readonly ignoreCase?: boolean;
  /** Whether `phrases`, `swap` and `variants` are found only as whole words; true by default. */
  readonly wholeWords?: boolean;
  readonly scope?: readonly PhraseScope[];
  /** Where the rule is explained. */
  readonly links?: readonly string[];
  /** Texts that the rule must and must not report. `standfirst rules test` runs them. */
  readonly valid?: readonly string[];
  readonly invalid?: readonly string[];
}

/** The id of a phrase's rule. */
export const houseId = ({ id }: Pick<Phrase, "id">): string => `house/${id}`;
