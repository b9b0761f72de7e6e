import type { Finding } from "#model/report";
import type { Settlement } from "./settle.ts";

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
 * and those that share their cause with one of them. The whole corpus was judged all the same.
 */
export function keepChanged(
  { findings, lacking }: Pick<Settlement, "findings" | "lacking">,
  change: Change,
): Finding[] {
  const { files } = change;
  const isChanged = (finding: Finding) => {
    const { path, range, related } = finding;
    const missed = lacking.get(finding);
    return (
      meets(files.get(path), range.start.line, range.end.line) ||
      related.some((other) => meets(files.get(other.path), other.range.start.line, other.range.end.line)) ||
      (missed !== undefined && change.had(missed))
    );
  };
  const changed = new Set(findings.filter(isChanged));
  const groups = new Set(Array.from(changed).flatMap(({ group }) => group ?? []));
  return findings.filter((finding) => changed.has(finding) || (finding.group !== null && groups.has(finding.group)));
}

const meets = (lines: ReturnType<ChangedFiles["get"]>, first: number, last: number): boolean =>
  lines === "all" || lines?.some(({ start, end }) => start <= last && first < end) === true;
