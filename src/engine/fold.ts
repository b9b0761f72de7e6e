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
  const folded = new Map<string, JudgedProblem>();
  const ordinals = new Map<string, number>();
  for (const problem of problems) {
    const cause = causeOf(problem, posts(newestOf(problem, versions)), ordinals);
    const known = folded.get(cause);
    folded.set(cause, known === undefined ? problem : merge(known, problem, versions));
  }
  return [...folded.values()];
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
    if (newest !== path) return byPath.get(newest) ?? newest;
    return (entry === undefined ? undefined : byEntry.get(entry)) ?? path;
  };
}

/** Two problems with one cause have the same rule, subject, place name and key, and the same rank in their documents. */
function causeOf({ rule, at, key }: JudgedProblem, subject: Subject, ordinals: Map<string, number>) {
  const offence = JSON.stringify([rule, subject, at.anchor, key]);
  const inDocument = `${offence} ${at.path}`;
  const ordinal = ordinals.get(inDocument) ?? 0;
  ordinals.set(inDocument, ordinal + 1);
  return `${offence} ${ordinal}`;
}

function merge(a: JudgedProblem, b: JudgedProblem, versions: Versions): JudgedProblem {
  const isSecond = isMoreTrusted(b, a) || versions.isNewer(b.at.path, a.at.path);
  const [first, second] = isSecond ? [b, a] : [a, b];
  return { ...first, related: [...(first.related ?? []), { place: second.at, message: "the same here" }] };
}

const isMoreTrusted = (a: JudgedProblem, b: JudgedProblem) =>
  a.at.entry !== undefined && b.at.entry !== undefined && byEdition(a.at.entry.edition, b.at.entry.edition) < 0;
