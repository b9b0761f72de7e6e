import { HistoryError } from "#history/git";
import { readVersions, type Version } from "#history/versions";
import type { DocumentReading } from "#model/corpus";
import type { DateHistory } from "#model/date-history";
import type { RuleSet } from "#rule-kit/settings";
import { decode } from "#sources/decode";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { dateHistoryOf, type DatedVersion } from "./date-history.ts";
import type { Prepared } from "./preparation.ts";

/** What the history says of dates, by path, and what people are told where it can't be asked. */
export interface HistoryFindings {
  readonly dateHistories?: ReadonlyMap<string, DateHistory>;
  readonly notices: readonly string[];
}

type Asking = Pick<Prepared, "root" | "rules" | "settings" | "site">;

const known = new WeakMap<object, Promise<HistoryFindings>>();

/**
 * Asks git of the documents that state when they were modified, where a rule that wants to know is on. The answer is
 * that of the newest commit, so that a run is the same wherever it takes place; rounds of fixes don't ask again.
 */
export function historyFor(prepared: Asking, readings: readonly DocumentReading[]): Promise<HistoryFindings> {
  const { settings } = prepared;
  const found = known.get(settings) ?? ask(prepared, readings);
  known.set(settings, found);
  return found;
}

async function ask({ root, rules, settings, site }: Asking, readings: readonly DocumentReading[]) {
  const asking = settings.enabled.filter((id) => readsHistory(rules, id));
  if (asking.length === 0) return { notices: [] };
  const sources = readings.filter(({ edition }) => edition === "source");
  const dated = sources.filter(({ entries }) => entries.some(({ modified }) => modified !== undefined));
  const request = { root, documents: sources.length, paths: dated.map(({ path }) => path) };
  const read: ReadOptions = { format: "markdown", markdown: { fieldNames: site?.fieldNames } };
  const dateHistories = new Map<string, DateHistory>();
  try {
    for await (const { path, versions } of readVersions(request)) {
      const found = await dateHistoryIn(path, versions, read);
      if (found !== undefined) dateHistories.set(path, found);
    }
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    return { notices: [`${asking.join(", ")} can't be judged: ${error.message}`] };
  }
  return { dateHistories, notices: [] };
}

const readsHistory = (rules: RuleSet, id: string) => rules[id]?.readsHistory === true;

/** What the versions of a document, the newest first, say of its date. */
export const dateHistoryIn = async (path: string, versions: readonly Version[], read: ReadOptions = {}) =>
  dateHistoryOf(await datedVersions(path, versions, read));

/** The versions with what they state, up to one that can't be read. */
async function datedVersions(path: string, versions: readonly Version[], read: ReadOptions): Promise<DatedVersion[]> {
  const dated: DatedVersion[] = [];
  for (const { day, isBulk, bytes } of versions) {
    if (bytes === undefined) break;
    const document = decode(bytes, path);
    const { entries, bodyStart = 0 } = await readDocument(document, read);
    const { modified, title, summary, draft } = entries[0] ?? {};
    const head = JSON.stringify([title?.value, summary?.value, draft?.value]);
    dated.push({ day, isBulk, modified: modified?.value, head, body: document.text.slice(bodyStart) });
  }
  return dated;
}
