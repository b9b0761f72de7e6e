import picomatch from "picomatch";

// With these, nothing in a glob can repeat a group: what is left takes polynomial time, and the limits below keep the
// polynomial's degree small.
const options = { nonegate: true, noextglob: true, regex: false } as const;

const mostWildcards = 3;

/** How a glob is read. */
export interface GlobStyle {
  /** Whether wildcards match names that start with a dot. */
  readonly dot: boolean;
  /** Whether case makes no difference. */
  readonly nocase?: boolean;
}

/** What is wrong with a glob, as the end of a sentence that starts with the glob; undefined for a good one. */
export function globFlaw(glob: string): string | undefined {
  if (/\{[^}]*\//.test(glob)) return 'has a "/" between braces; write one glob for each folder';
  if (/\{[^}]*\.\./.test(glob)) return "has a range between braces; list its members with commas";
  if (segmentsOf(glob).some(isUnmatchable)) return "matches nothing; close its braces, and end it with no backslash";
  if (segmentsOf(glob).some((segment) => wildcardsIn(segment) > mostWildcards)) {
    return `has more than ${mostWildcards} wildcards or braces in one folder's name; use fewer`;
  }
  return undefined;
}

/**
 * Compiles globs without flaws into a test for paths that are split into names. `**` stands for any folders, a trailing
 * `/` for all below a folder. The time is at most the product of both lengths, times what one name takes.
 */
export function compilePatterns(
  globs: readonly string[],
  style: GlobStyle = { dot: true },
): (names: readonly string[]) => boolean {
  const patterns = globs.map((glob) => segmentsOf(glob).map((segment) => compileSegment(segment, style)));
  return (names) => patterns.some((pattern) => matches(pattern, names, style));
}

/** The parts of a glob, one for each name of a path. */
export const segmentsOf = (glob: string): string[] =>
  `${glob.normalize("NFC")}${glob.endsWith("/") ? "**" : ""}`.split("/").filter((segment) => segment !== ".");

/** A test for the name of one folder or file; undefined stands for any number of folders. */
type Segment = ((name: string) => boolean) | undefined;

function compileSegment(segment: string, style: GlobStyle): Segment {
  if (segment === "**") return undefined;
  if (segment === ".." || segment === "") return (name) => name === segment;
  const expression = expressionOf(segment, style);
  return (name) => name !== ".." && expression.test(name);
}

// Round brackets and bars stand for themselves: they are common in the names of route folders.
const expressionOf = (segment: string, style: GlobStyle) =>
  picomatch.makeRe(segment.replace(/(?<!\\)[()|]/g, "\\$&"), { ...options, ...style });

const isUnmatchable = (segment: string) =>
  segment !== "**" && segment !== "" && expressionOf(segment, { dot: true }).source === "$^";

const wildcardsIn = (segment: string) => (segment === "**" ? 0 : (segment.match(/\*+|\{/g)?.length ?? 0));

/** Walks path and pattern together and steps back to the last `**` only, so the time is at most their product. */
function matches(pattern: readonly Segment[], names: readonly string[], { dot }: GlobStyle): boolean {
  const isPassed = (name = "") => name !== ".." && (dot || !name.startsWith("."));
  let at = 0;
  let folders = -1;
  let resume = 0;
  for (let index = 0; index < names.length;) {
    if (at < pattern.length && pattern[at] === undefined) {
      folders = at++;
      resume = index;
    } else if (pattern[at]?.(names[index] ?? "") === true) {
      at++;
      index++;
    } else if (folders >= 0 && isPassed(names[resume])) {
      at = folders + 1;
      index = ++resume;
    } else return false;
  }
  return pattern.slice(at).every((segment) => segment === undefined);
}
