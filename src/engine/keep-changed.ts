import type { Place } from "#model/problem";
import type { Finding } from "#model/report";
import type { Range } from "#model/span";
import { byPlace, type Cause, type SettleTools } from "./settle.ts";

/** What changed, by path: all of a file, or some of its lines. */
export type ChangedFiles = ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[] | "all">;

/** A change: the files that it touched, and what the site no longer has since. */
interface Change {
  readonly files: ChangedFiles;
  /** Whether the site had something at a URL path before the change. */
  had(url: string): boolean;
}

/**
 * Keeps the findings that have to do with a change: those in a changed place, those that miss what the change took away,
 * and those that share their cause with one of them. What is told once for many places is told at a changed one. The
 * whole corpus was judged all the same.
 */
export function keepChanged(
  findings: readonly Finding[],
  causes: ReadonlyMap<string, Cause>,
  { files, had }: Change,
  { rangeOf }: Pick<SettleTools, "rangeOf">,
): Finding[] {
  const isChanged = (path: string, { start, end }: Range) => meets(files.get(path), start.line, end.line);
  const changed = findings.flatMap((finding) => {
    const { path, range, related, fingerprint } = finding;
    const { lacks, others = [] } = causes.get(fingerprint) ?? {};
    if (isChanged(path, range) || related.some((other) => isChanged(other.path, other.range))) return finding;
    if (lacks !== undefined && had(lacks)) return finding;
    const place = others.find(
      (other) => files.has(other.path) && isChanged(other.path, rangeOf(other.path, other.span)),
    );
    return place === undefined ? [] : toldAt(place, rangeOf(place.path, place.span), finding);
  });
  const known = new Set(changed.map(({ fingerprint }) => fingerprint));
  const groups = new Set(changed.flatMap(({ group }) => group ?? []));
  const akin = findings.filter(
    ({ group, fingerprint }) => group !== null && groups.has(group) && !known.has(fingerprint),
  );
  return [...changed, ...akin].toSorted(byPlace);
}

/** A finding at another place of its cause. It stays the same one, for a baseline too; its fix was for the first place. */
const toldAt = ({ path, entry }: Place, range: Range, finding: Finding): Finding => ({
  ...finding,
  path,
  range,
  url: entry?.url?.value ?? null,
  subject: entry?.title?.value ?? null,
  fix: null,
});

const meets = (lines: ReturnType<ChangedFiles["get"]>, first: number, last: number): boolean =>
  lines === "all" || lines?.some(({ start, end }) => start <= last && first < end) === true;
