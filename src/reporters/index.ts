import type { Reporter } from "./reporter.ts";

export type { ReportContext, Reporter, RuleHelp } from "./reporter.ts";

// A reporter is loaded when its format is asked for.
const reporters = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  compact: async () => (await import("./compact.ts")).compact,
  json: async () => (await import("./json.ts")).json,
  sarif: async () => (await import("./sarif.ts")).sarif,
  github: async () => (await import("./github.ts")).github,
  markdown: async () => (await import("./markdown.ts")).markdown,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  junit: async () => (await import("./junit.ts")).junit,
  checkstyle: async () => (await import("./checkstyle.ts")).checkstyle,
  html: async () => (await import("./html.ts")).html,
  rdjson: async () => (await import("./rdjson.ts")).rdjson,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>;

/** A format that a report can be written in. */
export type ReportFormat = keyof typeof reporters;

/** Names of all formats, for help and did-you-mean. */
export const formats = Object.keys(reporters) as readonly ReportFormat[];

/** Whether a word names a format. */
export const isReportFormat = (name: string): name is ReportFormat => Object.hasOwn(reporters, name);

/** Loads the reporter of a format. */
export const loadReporter = (format: ReportFormat): Promise<Reporter> => reporters[format]();
