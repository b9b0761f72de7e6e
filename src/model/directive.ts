import type { Field } from "./field.ts";
import type { Span } from "./span.ts";

/** A comment or a front-matter key in a document that keeps findings out of the report. */
export interface Directive {
  readonly kind: "next" | "next-line" | "region" | "file" | "unknown";
  /** Of kind `unknown`: what stands after `standfirst-` in place of a directive that there is. */
  readonly command?: Field;
  /** Ids and groups as they are written; empty for all rules. */
  readonly rules: readonly Field[];
  /** What stands after `--`, or in the key `reason`. */
  readonly reason: string | null;
  /** The directive itself. */
  readonly span: Span;
  /** What it covers: a finding whose range meets it is suppressed. */
  readonly covers: Span;
}

/** A directive of a document, and what came of it. */
export interface JudgedDirective extends Directive {
  readonly path: string;
  /** How many findings it suppressed. */
  readonly suppressed: number;
  /** Of the rules that it names (all, where it names none), those that were judged on its document. */
  readonly judged: readonly string[];
  /** Every id and group that there is. */
  readonly known: ReadonlySet<string>;
}

/** Whether the name of a rule or a group stands for a rule. */
export const names = (name: string, rule: string): boolean => name === rule || rule.startsWith(`${name}/`);
