import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { SitePages } from "#model/site";
import { quorum } from "#text/convention";
import { isUndatedPage } from "#text/undated-page";
import { versionCopies } from "#text/version-copy";

/**
 * The Markdown source of each post that is to be published, in order. Several editions of one post are one post; of the
 * versions of a document the newest counts.
 */
export function sourcesOf(corpus: Corpus): Entry[] {
  const { posts, site } = corpus;
  const isCopy = versionCopies(corpus);
  return posts.flatMap(({ entries }) => {
    const source = entries.find(({ edition }) => edition === "source");
    const isOut = source === undefined || source.draft?.value === true || isCopy(source) || isLeftOut(source, site);
    return isOut ? [] : [source];
  });
}

/** Whether a build has no page of a document: it waits, or to Hugo it is a part of another one. */
const isLeftOut = (source: Entry, site: SitePages | undefined): boolean =>
  site?.isUnpublished(source) === true || (site?.model.generator === "hugo" && site.urlOf(source) === undefined);

/**
 * Those of the sources that are posts. In a site of a known generator, or where several others have dates, a page without
 * a date is a reference or a guide: whoever looks it up reads it alone, so that it says what others say as well.
 */
export function postsOf(corpus: Corpus): Entry[] {
  const sources = sourcesOf(corpus);
  if ((corpus.site?.model.generator ?? "plain") !== "plain")
    return sources.filter(({ published }) => published !== undefined);
  const dated = sources.filter((entry) => !isUndatedPage(entry));
  return dated.length < quorum.members ? sources : dated;
}

/** Fewest posts of a folder for what most of them share to be taken as meant: a biography, a licence, a note on a series. */
const fewestInFolder = 5;

/** Which posts belong together by their folders. */
export class Folders {
  readonly #chains: readonly (readonly string[])[];
  readonly #sizes = new Map<string, number>();

  /** @param paths one a post, POSIX */
  constructor(paths: readonly string[]) {
    this.#chains = paths.map(chainOf);
    for (const folder of this.#chains.flat()) this.#sizes.set(folder, (this.#sizes.get(folder) ?? 0) + 1);
  }

  /**
   * Those of some posts that share something that can't be the custom of a folder: custom is what more than half of the
   * posts of a folder have, at any height.
   *
   * @param posts positions of the posts that share it
   */
  beyondCustom(posts: readonly number[]): number[] {
    const sharing = new Map<string, number>();
    for (const post of posts) for (const folder of this.#chains[post] ?? []) add(sharing, folder);
    const isCustom = (folder: string) => {
      const size = this.#sizes.get(folder) ?? 0;
      return size >= fewestInFolder && (sharing.get(folder) ?? 0) * 2 > size;
    };
    return posts.filter((post) => !(this.#chains[post] ?? []).some(isCustom));
  }

  /** How many they are. */
  countBeyondCustom(posts: readonly number[]): number {
    return this.beyondCustom(posts).length;
  }
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** The folders around a post, the innermost last. The folder of a page bundle (`a/index.md`) is the post itself. */
function chainOf(path: string): string[] {
  const parts = path.replace(/\/_?index\.\w+$/, "").split("/");
  return parts.map((_, depth) => parts.slice(0, depth).join("/"));
}
