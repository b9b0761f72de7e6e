import type { Preset, Severity } from "./severity.ts";
import type { Range } from "./span.ts";

/** Whether a finding counts, and if not, why. */
export type Status = "active" | "suppressed" | "baselined";

/** A change of text that mends a finding. A safe one keeps the meaning; an unsafe one wants a look. */
export interface Fix {
  readonly safety: "safe" | "unsafe";
  readonly description: string;
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
  /** Set where the fix takes away the byte order mark, which no range can name. */
  readonly removesByteOrderMark?: true;
}

/** Another place that belongs to a finding. */
export interface Related {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** A problem with severity, text, place, identity and status: what every reporter shows. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly messageId: string;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** POSIX, relative to the report's root. */
  readonly path: string;
  /** URL of the post as the document gives it, or null. */
  readonly url: string | null;
  /** What the finding is about, for people: the post's title, or null. */
  readonly subject: string | null;
  readonly range: Range;
  readonly related: readonly Related[];
  /** Key in `Report.groups` of the findings that share this one's cause, or null. */
  readonly group: string | null;
  readonly fix: Fix | null;
  /** `v1:` and 32 hex digits. Survives moved lines, edits elsewhere, reworded messages and new thresholds. */
  readonly fingerprint: string;
  /** The stable identity of the offence inside of its post; never a measured number. A baseline matches by it. */
  readonly key: string;
  /** Hash of the post's title and of the place's name: what stays when a file is renamed. */
  readonly context: string;
  readonly status: Status;
  readonly statusReason: string | null;
}

/** A rule of this run, as the report describes it. */
export interface ReportedRule {
  readonly url: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly presets: readonly Preset[];
}

/** Findings of one rule with one cause, one for each post that has it. */
export interface Group {
  readonly rule: string;
  readonly key: string;
  readonly size: number;
}

/** A rule that crashed, which kept the run from doing its whole job. */
export interface RunError {
  readonly code: "RULE_CRASH";
  readonly rule: string;
  /** The document that it crashed on; null for a rule over all of them. */
  readonly path: string | null;
  readonly message: string;
}

/** All findings of a run with its counts and its gate: the contract of every reporter. */
export interface Report {
  readonly $schema: string;
  readonly schemaVersion: "1.0";
  readonly tool: { readonly name: "standfirst"; readonly version: string };
  readonly run: {
    /** Path from the repository's root to the root of the run, or ".". */
    readonly root: string;
    readonly documents: number;
    readonly entries: number;
    readonly posts: number;
    /** Documents whose facts came from the cache. */
    readonly cached: number;
    readonly since: string | null;
    /** Part of the format; shards hold facts, so that a report is never of one. */
    readonly shard: null;
    /** False when the run could not do its whole job; `errors` says why. */
    readonly complete: boolean;
  };
  readonly summary: {
    readonly error: number;
    readonly warn: number;
    readonly info: number;
    readonly fixable: { readonly safe: number; readonly unsafe: number };
    readonly suppressed: number;
    readonly baselined: number;
  };
  readonly gate: { readonly passed: boolean; readonly reasons: readonly string[] };
  /** Every rule enabled in the run, whatever it found. */
  readonly rules: Readonly<Record<string, ReportedRule>>;
  readonly findings: readonly Finding[];
  readonly groups: Readonly<Record<string, Group>>;
  readonly errors: readonly RunError[];
}
