import type { Finding } from "#model/report";

/** What changed, by path: all of a file, or some of its lines. */
export type ChangedFiles = ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[] | "all">;

/**
 * Keeps the findings that have to do with a change: those in a changed place, and those that share their cause with one
 * that is. The whole corpus was judged all the same.
 */
export function keepChanged(findings: readonly Finding[], changed: ChangedFiles): Finding[] {
  const isChanged = ({ path, range, related }: Finding) =>
    meets(changed.get(path), range.start.line, range.end.line) ||
    related.some((other) => meets(changed.get(other.path), other.range.start.line, other.range.end.line));
  const groups = new Set(findings.filter(isChanged).flatMap(({ group }) => group ?? []));
  return findings.filter((finding) => isChanged(finding) || (finding.group !== null && groups.has(finding.group)));
}

const meets = (lines: ReturnType<ChangedFiles["get"]>, first: number, last: number): boolean =>
  lines === "all" || lines?.some(({ start, end }) => start <= last && first < end) === true;
