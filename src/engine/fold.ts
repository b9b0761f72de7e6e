import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { byEdition } from "#model/post";
import type { JudgedProblem } from "./judge.ts";

/**
 * Leaves one problem for one cause: what a rule says of several editions of a post is kept on the most trusted one, and
 * the other places become related ones.
 */
export function foldEditions(problems: readonly JudgedProblem[], corpus: Corpus): JudgedProblem[] {
  const postKeys = new Map<Entry, number>();
  corpus.posts.forEach((post, index) => post.entries.forEach((entry) => postKeys.set(entry, index)));

  const folded = new Map<string, JudgedProblem>();
  const ordinals = new Map<string, number>();
  for (const problem of problems) {
    const cause = causeOf(problem, postKeys, ordinals);
    const known = folded.get(cause);
    folded.set(cause, known === undefined ? problem : merge(known, problem));
  }
  return [...folded.values()];
}

/** Two problems with one cause have the same rule, post, place name and key, and the same rank in their documents. */
function causeOf({ rule, at, key }: JudgedProblem, posts: ReadonlyMap<Entry, number>, ordinals: Map<string, number>) {
  const post = at.entry === undefined ? undefined : posts.get(at.entry);
  const offence = JSON.stringify([rule, post ?? at.path, at.anchor, key]);
  const inDocument = `${offence} ${at.path}`;
  const ordinal = ordinals.get(inDocument) ?? 0;
  ordinals.set(inDocument, ordinal + 1);
  return `${offence} ${ordinal}`;
}

function merge(a: JudgedProblem, b: JudgedProblem): JudgedProblem {
  const [first, second] = isMoreTrusted(b, a) ? [b, a] : [a, b];
  return { ...first, related: [...(first.related ?? []), { place: second.at, message: "the same here" }] };
}

const isMoreTrusted = (a: JudgedProblem, b: JudgedProblem) =>
  a.at.entry !== undefined && b.at.entry !== undefined && byEdition(a.at.entry.edition, b.at.entry.edition) < 0;
