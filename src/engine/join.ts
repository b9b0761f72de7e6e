import type { Corpus, DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import { byEdition, type Post } from "#model/post";
import { compareStrings } from "#text/compare";
import { pathOf } from "#text/urls";

/** A post while it is being put together. */
interface Draft {
  readonly entries: Entry[];
  readonly paths: Set<string>;
  /** Path of the URL that its entries have; they have one at most. */
  url: string | undefined;
}

/**
 * Joins the entries of all documents into posts: by URL path, then by slug, then by exact title.
 *
 * Two entries of one document are never the same post, or a duplicate could not be seen; nor are two source files. Entries whose URL paths
 * differ are never joined by title. The order of the documents does not matter.
 */
export function joinCorpus(readings: readonly DocumentReading[]): Corpus {
  const documents = readings.toSorted((a, b) => compareStrings(a.path, b.path));
  const drafts = new Drafts();
  const byTrust = documents.toSorted((a, b) => byEdition(a.edition, b.edition));
  for (const document of byTrust) for (const entry of document.entries) drafts.add(entry);
  return { documents, entries: documents.flatMap(({ entries }) => entries), posts: drafts.posts() };
}

class Drafts {
  readonly #all: Draft[] = [];
  readonly #byKey = new Map<string, Set<Draft>>();
  /** Those of them that have no URL so far: an entry with one joins no others by slug or title. */
  readonly #withoutUrl = new Map<string, Set<Draft>>();
  #document = "";
  /** How far each set was searched for entries of the document: what one of them can't join, the next one can't either. */
  readonly #searches = new Map<Set<Draft>, Iterator<Draft>>();

  /** The entries come document by document, the most trusted first. */
  add(entry: Entry): void {
    // No other edition comes before the sources, and no two of them are one post.
    const draft = (entry.edition === "source" ? undefined : this.#find(entry)) ?? this.#start();
    draft.entries.push(entry);
    draft.paths.add(entry.path);
    draft.url ??= urlPathOf(entry);
    for (const key of keysOf(entry)) {
      put(this.#byKey, key, draft);
      if (draft.url === undefined) put(this.#withoutUrl, key, draft);
    }
  }

  posts(): Post[] {
    return this.#all.map(({ entries }) => {
      const [first, ...rest] = entries;
      if (first === undefined) throw new Error("a post has at least one entry");
      return { key: postKey(entries), entries: [first, ...rest] };
    });
  }

  #start(): Draft {
    const draft: Draft = { entries: [], paths: new Set(), url: undefined };
    this.#all.push(draft);
    return draft;
  }

  #find(entry: Entry): Draft | undefined {
    if (entry.path !== this.#document) this.#searches.clear();
    this.#document = entry.path;
    const isPlaced = urlPathOf(entry) !== undefined;
    for (const key of keysOf(entry)) {
      const isByName = isPlaced && !key.startsWith("url:");
      const found = this.#next((isByName ? this.#withoutUrl : this.#byKey).get(key), isByName);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The next of some drafts that has no entry of the document yet, and no URL where that would be another one. */
  #next(drafts: Set<Draft> | undefined, withoutUrl: boolean): Draft | undefined {
    if (drafts === undefined) return undefined;
    const search = this.#searches.get(drafts) ?? drafts.values();
    this.#searches.set(drafts, search);
    for (let next = search.next(); next.done !== true; next = search.next()) {
      const draft = next.value;
      if (withoutUrl && draft.url !== undefined) drafts.delete(draft);
      else if (!draft.paths.has(this.#document)) return draft;
    }
    return undefined;
  }
}

const put = (sets: Map<string, Set<Draft>>, key: string, draft: Draft) =>
  sets.set(key, (sets.get(key) ?? new Set()).add(draft));

function keysOf(entry: Entry): string[] {
  const path = urlPathOf(entry);
  return [
    ...(path === undefined ? [] : [`url:${path}`]),
    ...(entry.slug === undefined ? [] : [`slug:${entry.slug.value}`]),
    ...(entry.title === undefined ? [] : [`title:${foldSpace(entry.title.value)}`]),
  ];
}

/** What names a post in fingerprints: the path of its source, else its URL path, slug or title, else its place. */
function postKey(entries: readonly Entry[]): string {
  const source = entries.find(({ edition }) => edition === "source");
  if (source !== undefined) return source.path.normalize("NFC");
  for (const entry of entries) {
    const [key] = keysOf(entry);
    if (key !== undefined) return key.slice(key.indexOf(":") + 1).normalize("NFC");
  }
  const [first] = entries;
  return first === undefined ? "" : `${first.path}#${first.ordinal}`;
}

/** The path of an entry's URL, equal for all ways to write it; undefined without a URL. */
function urlPathOf(entry: Entry): string | undefined {
  const path = pathOf(entry);
  return path === "" ? "/" : path;
}

const foldSpace = (text: string) => text.replace(/\s+/g, " ").trim();
