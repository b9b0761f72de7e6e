import type { ConfigPath, Flaw } from "./flaw.ts";

/** A config file's value, and the way back from a place in the value to the text. */
interface ParsedConfig {
  readonly value: unknown;
  /** Offset in the text where a key or a value starts; undefined where the text has no such place. */
  offsetOf(path: ConfigPath, part: Flaw["part"]): number | undefined;
}

/** What is wrong with a config's text, and where. */
export interface TextFlaw {
  readonly offset: number;
  readonly message: string;
}

/** A parser's answer: what it read, or every reason why it could not. */
export type Parse = ParsedConfig | { readonly flaws: readonly TextFlaw[] };

/** Deepest nesting that is read. */
export const deepest = 100;

export const tooDeep = `nested more than ${deepest} levels deep; make it flatter`;
