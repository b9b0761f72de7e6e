import { auditDocuments } from "#audit";
import { dateHistoryIn } from "#audit/date-histories";
import { baselineName, readBaseline } from "#baseline/baseline-file";
import { frontMatterCheck } from "#config/front-matter-checks";
import { compileGlobs } from "#config/index";
import type { DateHistory } from "#model/date-history";
import type { Report } from "#model/report";
import type { Rule, Site } from "#rule-kit/define-rule";
import type { Settings } from "#rule-kit/settings";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";
import type { Encoding } from "./rule-doc.ts";
import { exampleSite, isPartOfSite } from "./example-site.ts";

/** A file in memory: its text, and the encoding of its bytes. */
interface File {
  readonly path: string;
  readonly text: string;
  readonly encoding?: Encoding;
  /** The day on which this version of the file was committed. */
  readonly committed?: string | undefined;
}

/** A version that another one follows is history. */
const isCurrent = (file: File, index: number, files: readonly File[]) =>
  file.committed === undefined || files.findLastIndex(({ path }) => path === file.path) === index;

/** What the committed versions of files say of their dates. */
async function dateHistoriesIn(files: readonly File[]) {
  const committed = files.filter((file) => file.committed !== undefined).toReversed();
  const found = new Map<string, DateHistory>();
  for (const path of new Set(committed.map((file) => file.path))) {
    const versions = committed
      .filter((file) => file.path === path)
      .map(({ text, committed: day = "" }) => ({ day, isBulk: false, bytes: Buffer.from(text) }));
    const history = await dateHistoryIn(path, versions);
    if (history !== undefined) found.set(path, history);
  }
  return found;
}

/** A baseline and what belongs to a site stand beside the content and are none. */
const isContent = (file: File) => file.path !== baselineName && !isPartOfSite(file);

function baselineIn(files: readonly File[]) {
  const baseline = files.find((file) => file.path === baselineName);
  if (baseline === undefined) return undefined;
  const { path: file, text } = baseline;
  return { file, text, entries: readBaseline(text, file).entries, isGone: () => false };
}

const documentOf = ({ path, text, encoding = "utf8" }: File) =>
  encoding === "utf8-bom" ? decode(Buffer.from(`\ufeff${text}`), path) : decode(Buffer.from(text, encoding), path);

/** Settings under which one rule runs alone, with its default severity. */
function onlyRule(id: string, rule: Rule, options: Readonly<Record<string, unknown>> = {}, site: Site = {}): Settings {
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default]));
  const setting = { severity: rule.severity, options: { ...defaults, ...options } };
  return { base: () => setting, at: () => setting, enabled: [id], gate: { failOn: "error" }, site };
}

interface RunOptions {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly now?: string;
  readonly site?: Site;
}

/** Runs one rule over files in memory, through the whole audit. A rule that throws fails the caller. */
export async function runRule(
  id: string,
  rule: Rule,
  files: readonly File[],
  { options = {}, now = "2026-07-01", site = {} }: RunOptions = {},
): Promise<Report> {
  const report = await auditDocuments(files.filter(isContent).filter(isCurrent).map(documentOf), {
    rules: { [id]: rule },
    settings: onlyRule(id, rule, options, site),
    run: {
      now: new Date(now).toISOString(),
      site,
      frontMatter: await schemasIn(options),
      dateHistories: await dateHistoriesIn(files),
    },
    version: "0.0.0",
    baseline: baselineIn(files),
    siteModel: await exampleSite(files),
  });
  const [crash] = report.errors;
  if (crash !== undefined) throw new Error(`${id} crashed: ${crash.message}`);
  return report;
}

/** The schemas of front matter that an example gives beside the rule's options, as a config has them. */
async function schemasIn({ frontMatter = {} }: Readonly<Record<string, unknown>>) {
  const schemas = Object.entries(frontMatter as Record<string, object>).map(([files, schema]) => ({ files, schema }));
  if (schemas.length === 0) return undefined;
  return frontMatterCheck(schemas, (globs) => compileGlobs(globs, "/", "/"));
}

/** The report of an example as its doc shows it: one line a finding, with the file where there are several. */
export const reportLines = ({ findings }: Report, several: boolean): string =>
  findings
    .map(({ path, range, severity, message }) => {
      const place = `${range.start.line}:${range.start.column}`;
      return `${several ? `${path}:` : ""}${place}  ${severity}  ${message}`;
    })
    .join("\n");

/** Failures of reading that an example did not mean to have. */
export async function failuresIn(files: readonly File[]): Promise<string[]> {
  const readings = await Promise.all(files.filter(isContent).map((file) => readDocument(documentOf(file))));
  // A key that stands twice has a rule of its own, and is read.
  return readings.flatMap(({ failures }) =>
    failures.flatMap(({ kind, found }) => (kind === "duplicate-key" ? [] : [found])),
  );
}
