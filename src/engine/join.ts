import type { Corpus, DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import { byEdition, type Post } from "#model/post";
import { comparePaths } from "./order.ts";

/** A post while it is being put together. */
interface Draft {
  readonly entries: Entry[];
  readonly paths: Set<string>;
  /** Whether the file that the post is written in is among the entries. */
  hasSource: boolean;
}

/**
 * Joins the entries of all documents into posts: by URL path, then by slug, then by exact title.
 *
 * Two entries of one document are never the same post, or a duplicate could not be seen; nor are two source files. Entries whose URL paths
 * differ are never joined by title. The order of the documents does not matter.
 */
export function joinCorpus(readings: readonly DocumentReading[]): Corpus {
  const documents = readings.toSorted((a, b) => comparePaths(a.path, b.path));
  const drafts = new Drafts();
  const byTrust = documents.toSorted((a, b) => byEdition(a.edition, b.edition));
  for (const document of byTrust) for (const entry of document.entries) drafts.add(entry);
  return { documents, entries: documents.flatMap(({ entries }) => entries), posts: drafts.posts() };
}

class Drafts {
  readonly #all: Draft[] = [];
  readonly #byKey = new Map<string, Draft[]>();

  add(entry: Entry): void {
    const draft = this.#find(entry) ?? this.#start();
    draft.entries.push(entry);
    draft.paths.add(entry.path);
    draft.hasSource ||= entry.edition === "source";
    for (const key of keysOf(entry)) {
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, [draft]);
      else if (!known.includes(draft)) known.push(draft);
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
    const draft: Draft = { entries: [], paths: new Set(), hasSource: false };
    this.#all.push(draft);
    return draft;
  }

  #find(entry: Entry): Draft | undefined {
    const path = urlPathOf(entry);
    const isOther = (draft: Draft) => draft.paths.has(entry.path) || (draft.hasSource && entry.edition === "source");
    for (const key of keysOf(entry)) {
      const found = this.#byKey
        .get(key)
        ?.find((draft) => !isOther(draft) && (key.startsWith("url:") || agreesOnUrl(draft, path)));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const agreesOnUrl = ({ entries }: Draft, path: string | undefined) =>
  path === undefined || entries.every((entry) => (urlPathOf(entry) ?? path) === path);

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

/** The path of an entry's URL without query and fragment, its last slash dropped; undefined without a URL. */
function urlPathOf({ url }: Pick<Entry, "url">): string | undefined {
  if (url === undefined) return undefined;
  const path = url.value
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "")
    .replace(/[?#].*$/s, "")
    .replace(/\/(?:index\.html?)?$/, "");
  return path === "" ? "/" : path;
}

const foldSpace = (text: string) => text.replace(/\s+/g, " ").trim();
