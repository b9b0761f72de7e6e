import type { DateHistory } from "#model/date-history";
import { changedShare, countUnits } from "#text/changed-share";
import { dayOf, parseDate } from "#text/dates";

/** A version of a document as the check of its date sees it. */
export interface DatedVersion {
  /** The day on which it was made, YYYY-MM-DD. */
  readonly day: string;
  readonly isBulk: boolean;
  /** The date of modification that it states; undefined where it states none. */
  readonly modified: string | undefined;
  /** What it says of itself beside its dates: a new title is worth a new date. */
  readonly head: string;
  readonly body: string;
}

/** Fewer words than this change by much at every touch. */
const fewestWords = 50;

/**
 * Holds the date of modification that a document states against what its versions changed.
 *
 * @param versions the newest first
 * @returns undefined where the newest version states no date that can be read, or has too few words
 */
export function dateHistoryOf(versions: readonly DatedVersion[]): DateHistory | undefined {
  const [newest] = versions;
  const stated = dayIn(newest?.modified);
  if (newest?.modified === undefined || stated === undefined || countUnits(newest.body) < fewestWords) return undefined;
  const stamped = lastWith(versions, stated, 0);
  const later = changesAfter(versions, stated, stamped);
  const earlier = changesSinceEarlier(versions, stated, stamped);
  return { modified: newest.modified, ...(later && { later }), ...(earlier && { earlier }) };
}

const dayIn = (date: string | undefined): number | undefined => {
  const parsed = parseDate(date ?? "");
  return parsed === undefined ? undefined : dayOf(parsed);
};

/** The oldest of the versions from an index on that state one day without a break. */
function lastWith(versions: readonly DatedVersion[], day: number, from: number): number {
  const end = versions.findIndex(({ modified }, index) => index >= from && dayIn(modified) !== day);
  return (end < 0 ? versions.length : end) - 1;
}

/** What changed since the date was set, and later than a day after it: a change of its own day is what it tells of. */
function changesAfter(versions: readonly DatedVersion[], stated: number, stamped: number): DateHistory["later"] {
  const inTime = versions.findIndex(({ day }) => (dayIn(day) ?? 0) <= stated + 1);
  const base = inTime < 0 ? stamped : Math.min(stamped, inTime);
  const last = versions.slice(0, base).find(({ isBulk }) => !isBulk);
  if (last === undefined) return undefined;
  return { share: shareWithoutBulk(versions.slice(0, base + 1)), last: last.day };
}

/** The share that changed from the oldest to the newest version, without the steps that changed all documents. */
function shareWithoutBulk(versions: readonly DatedVersion[]): number {
  let share = 0;
  let newest = versions[0];
  for (const [index, version] of versions.entries()) {
    const older = versions[index + 1];
    if (older !== undefined && !version.isBulk) continue;
    share += changedShare(version.body, newest?.body ?? "");
    newest = older;
  }
  return Math.min(share, 1);
}

/** What changed from where an earlier date was set to the newest version, where only the date tells them apart at most. */
function changesSinceEarlier(
  versions: readonly DatedVersion[],
  stated: number,
  stamped: number,
): DateHistory["earlier"] {
  const [newest, stamp, before] = [versions[0], versions[stamped], versions[stamped + 1]];
  const day = dayIn(before?.modified);
  if (newest === undefined || stamp?.isBulk !== false || before?.modified === undefined) return undefined;
  if (day === undefined || day >= stated) return undefined;
  const old = versions[lastWith(versions, day, stamped + 1)];
  if (old === undefined || old.head !== newest.head) return undefined;
  return { share: changedShare(old.body, newest.body), modified: before.modified };
}
