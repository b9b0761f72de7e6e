import type { Report } from "#model/report";
import type { Severity } from "#model/severity";
import type { Position } from "#model/span";

/** What a reporter gives back. */
export interface Rendered {
  /** The whole document in the reporter's format, with a line break at its end unless it is empty. */
  readonly output: string;
  /** Sentences for standard error: what the format's limits kept out of the output. */
  readonly notices: readonly string[];
}

/** Writes a report in one format. Pure: the same report and context give the same output. */
export type Reporter = (report: Report, context: ReportContext) => Rendered;

/** What SARIF says of a rule beyond the report. */
export interface RuleHelp {
  /** The rule's doc as plain text and as Markdown: of use where there is no network. */
  readonly text: string;
  readonly markdown: string;
  /** Words to filter by, beside the rule's group and presets. */
  readonly tags?: readonly string[] | undefined;
  /** How seldom the rule is wrong. Taken from the rule's severity where it is not given. */
  readonly precision?: "very-high" | "high" | "medium" | "low" | undefined;
}

/** What reporters need beside the report. Paths are those of the report. */
export interface ReportContext {
  /** Text of a document without its byte order mark; undefined where it is not at hand. For frames, hashes, byte columns. */
  text(path: string): string | undefined;
  /** Whether a document starts with a byte order mark, which tools that read its bytes count. */
  hasByteOrderMark?: ((path: string) => boolean) | undefined;
  /** Paths of all documents that the run read, for formats that list the clean ones too. */
  readonly documents: readonly string[];
  /** The severity from which findings fail the gate. */
  readonly failOn: Severity | "never";
  readonly colour: boolean;
  readonly hyperlinks: boolean;
  /** URL that opens a document in the reader's editor or viewer, for terminals with hyperlinks. */
  link?: ((path: string, position: Position) => string | undefined) | undefined;
  /** Columns of the terminal; undefined where the output goes to a file or a pipe. */
  readonly width?: number | undefined;
  /** Shows the source line of every finding and every related place. */
  readonly full: boolean;
  /** Shows errors only, in the formats for people. */
  readonly quiet: boolean;
  /** Help by rule id. */
  readonly rules?: Readonly<Record<string, RuleHelp>> | undefined;
  readonly sarifCategory?: string | undefined;
  /** Puts suppressed and baselined findings into SARIF, marked as such. */
  readonly includeSuppressed: boolean;
  /** Size of a text in bytes after gzip, for limits that are set on uploads. */
  gzipSize(text: string): number;
  /** How the run went; given when the output may differ from run to run. */
  readonly stats?: { readonly milliseconds: number; readonly cached: number } | undefined;
}

/** A rendered report that its format's limits left whole. */
export const whole = (output: string): Rendered => ({ output, notices: [] });
