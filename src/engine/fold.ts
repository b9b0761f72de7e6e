import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { byEdition } from "#model/post";
import type { JudgedProblem } from "./judge.ts";
import { versionsIn, type Versions } from "./versions.ts";

/**
 * Leaves one problem for one cause: what a rule says of several editions of a post is kept on the most trusted one, and
 * what it says of several versions of a document on the newest. The other places become related ones.
 */
export function foldEditions(problems: readonly JudgedProblem[], corpus: Corpus): JudgedProblem[] {
  const versions = versionsIn(corpus);
  const posts = postsOf(corpus);
  const kept: { problem: JudgedProblem }[] = [];
  const byCause = new Map<string, { problem: JudgedProblem }>();
  const ordinals = new Map<string, number>();
  for (const problem of problems) {
    const causes = causesOf(problem, posts(newestOf(problem, versions)), versions, ordinals);
    const known = causes.map((cause) => byCause.get(cause)).find((one) => one !== undefined);
    const one = known ?? { problem };
    if (known === undefined) kept.push(one);
    else known.problem = merge(known.problem, problem, versions);
    for (const cause of causes) if (!byCause.has(cause)) byCause.set(cause, one);
  }
  return kept.map(({ problem }) => problem);
}

/** What a problem is about: a post, or else a document by its path. */
type Subject = number | string;

const newestOf = ({ at }: JudgedProblem, versions: Versions) => ({ ...at, newest: versions.newestPath(at.path) });

function postsOf({ posts }: Corpus) {
  const byEntry = new Map<Entry, number>();
  const byPath = new Map<string, number>();
  posts.forEach((post, index) =>
    post.entries.forEach((entry) => {
      byEntry.set(entry, index);
      if (entry.edition === "source") byPath.set(entry.path, index);
    }),
  );
  return ({ path, entry, newest }: { path: string; entry?: Entry | undefined; newest: string }): Subject => {
    const own = newest === path && entry !== undefined ? byEntry.get(entry) : undefined;
    return own ?? byPath.get(newest) ?? newest;
  };
}

/**
 * Two problems with one cause have the same rule, subject, place name and key, and the same rank in their documents. The
 * versions of a document may lead each to pages of its own version, or all to those of one.
 */
function causesOf(
  { rule, at, key }: JudgedProblem,
  subject: Subject,
  versions: Versions,
  ordinals: Map<string, number>,
): string[] {
  const written = JSON.stringify([rule, subject, at.anchor, key]);
  const offences = new Set([written, versions.inNewest(written, at.path)]);
  return [...offences].map((offence) => {
    const inDocument = `${offence} ${at.path}`;
    const ordinal = ordinals.get(inDocument) ?? 0;
    ordinals.set(inDocument, ordinal + 1);
    return `${offence} ${ordinal}`;
  });
}

function merge(a: JudgedProblem, b: JudgedProblem, versions: Versions): JudgedProblem {
  const isSecond = isMoreTrusted(b, a) || versions.isNewer(b.at.path, a.at.path);
  const [first, second] = isSecond ? [b, a] : [a, b];
  return { ...first, related: [...(first.related ?? []), { place: second.at, message: "the same here" }] };
}

const isMoreTrusted = (a: JudgedProblem, b: JudgedProblem) =>
  a.at.entry !== undefined && b.at.entry !== undefined && byEdition(a.at.entry.edition, b.at.entry.edition) < 0;
