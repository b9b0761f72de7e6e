import type { Entry } from "#model/entry";
import { bodyPlace } from "#model/problem";
import { groupsBy, othersOf } from "#text/groups";
import { Series } from "#text/series";
import { Folders } from "./posts-by-source.ts";
import type { SetPiece } from "./set-pieces.ts";

/**
 * The problems of set pieces that at least some posts have from one template, one for each post and template. Pieces
 * that are equal word for word are left to the rules over sentences and paragraphs.
 */
export function* templatedPieces(
  sources: readonly Entry[],
  piecesOf: (entry: Entry) => readonly SetPiece[] | null,
  wanted: SetPiece["kind"],
  minPosts: number,
) {
  const paths = sources.map(({ path }) => path);
  const [folders, series] = [new Folders(paths), new Series(paths)];
  const pieces = sources.flatMap((entry, post) =>
    firstOfEach(piecesOf(entry) ?? [], wanted).map((piece) => ({ ...piece, entry, post })),
  );
  for (const [template, group] of groupsBy(pieces, (piece) => piece.template)) {
    const posts = group.map(({ post }) => post);
    const isVerbatim = new Set(group.map(({ digest }) => digest)).size < 2;
    if (isVerbatim || Math.min(folders.countBeyondCustom(posts), series.countBeyondPattern(posts)) < minPosts) continue;
    for (const [index, { entry, span }] of group.entries()) {
      yield {
        message: "templated" as const,
        data: { count: group.length },
        at: bodyPlace(entry, span),
        key: template,
        group: template,
        related: othersOf(group, index).map((other) => ({
          place: bodyPlace(other.entry, other.span),
          message: "is from the same template",
        })),
      };
    }
  }
}

/** The pieces of one kind, of equal templates the first. */
const firstOfEach = (pieces: readonly SetPiece[], wanted: SetPiece["kind"]): SetPiece[] => {
  const seen = new Set<string>();
  return pieces.filter(({ kind, template }) => kind === wanted && !seen.has(template) && seen.add(template));
};
