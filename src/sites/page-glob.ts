/** Longest glob that is read, in UTF-16 units, and most wordings that its braces can stand for. */
const limits = { length: 300, wordings: 40 } as const;

/**
 * A test for logical paths such as `/posts/salt`, by a glob as Hugo's targets have it: `**` for any number of folders, `*`
 * and `?` within one, braces for one of several. Case makes no difference. A glob that is too long or has too many braces
 * matches everything. Globs come from content, so the time is at most the product of both lengths.
 */
export function pageGlob(glob: string): (path: string) => boolean {
  const wordings = glob.length > limits.length ? undefined : wordingsOf(glob.toLowerCase());
  if (wordings === undefined) return () => true;
  const patterns = wordings.map((one) => one.split("/"));
  return (path) => {
    const names = path.toLowerCase().split("/");
    return patterns.some((pattern) => walk(pattern, names, isName, "**"));
  };
}

/** All texts that braces stand for; undefined where they are too many. */
function wordingsOf(glob: string): string[] | undefined {
  let done = [""];
  for (const part of glob.split(/(\{[^{}]*\})/)) {
    const choices = part.startsWith("{") ? part.slice(1, -1).split(",") : [part];
    done = done.flatMap((start) => choices.map((choice) => start + choice));
    if (done.length > limits.wordings) return undefined;
  }
  return done;
}

const isName = (pattern: string, name: string) => walk([...pattern], [...name], isSign, "*");
const isSign = (pattern: string, sign: string) => pattern === "?" || pattern === sign;

/** Walks pattern and path together and steps back to the last wildcard only. */
function walk(
  pattern: readonly string[],
  path: readonly string[],
  fits: (pattern: string, part: string) => boolean,
  wildcard: string,
): boolean {
  let at = 0;
  let last = -1;
  let resume = 0;
  for (let index = 0; index < path.length;) {
    const part = pattern[at];
    if (part === wildcard) {
      last = at++;
      resume = index;
    } else if (part !== undefined && fits(part, path[index] ?? "")) {
      at++;
      index++;
    } else if (last >= 0) {
      at = last + 1;
      index = ++resume;
    } else return false;
  }
  return pattern.slice(at).every((part) => part === wildcard);
}
