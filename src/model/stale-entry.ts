import type { Span } from "./span.ts";

/** An entry of a baseline that matches no finding any more. */
export interface StaleEntry {
  /** Path of the baseline, relative to the root of the run. */
  readonly file: string;
  /** The entry in the baseline's text. */
  readonly span: Span;
  readonly rule: string;
  /** The document that the finding was in. */
  readonly path: string;
  readonly fingerprint: string;
}
