import type { Corpus, DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import type { Post } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { compareDays, parseDate, type WrittenDate } from "#text/dates";
import { dateIn, dayText, isUnset } from "#text/entry-dates";

export default defineRule({
  on: "corpus",
  summary: "List every published post in the index, and nothing that has no source.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    noEntry:
      "{path} lists {listed} of {total|post} of this section from {from} to {to}, but not this one; build it anew, or mark the post as a draft.",
    noSource: "{found} of {total|entry|entries} here have a source, but not this one; take it out, or find its source.",
  },

  *check(corpus, _options, _facts, { now }) {
    const postOf = new Map(corpus.posts.flatMap((post) => post.entries.map((entry) => [entry, post] as const)));
    for (const index of corpus.documents) {
      if (index.edition !== "index") continue;
      const found = index.entries.filter((entry) => sourceOf(postOf.get(entry)) !== undefined);
      // An index of another site, or one whose sources were not read, has little in common with these.
      if (!isNearlyAll(found.length, index.entries.length)) continue;
      for (const entry of index.entries) {
        if (found.includes(entry)) continue;
        const data = { found: found.length, total: index.entries.length };
        const lacks = corpus.site?.resolve(entry, entry.url?.value ?? "").url;
        yield { message: "noSource", data, at: placeOf(entry), key: "source", ...(lacks !== undefined && { lacks }) };
      }
      const sources = found.flatMap((entry) => sourceOf(postOf.get(entry)) ?? []);
      yield* unlisted(corpus, index, sources, now);
    }
  },
});

const sourceOf = (post: Post | undefined) => post?.entries.find(({ edition }) => edition === "source");

/** Fewer agree by chance. */
const fewest = 3;
const isNearlyAll = (some: number, all: number) => some >= fewest && some >= 0.7 * all;

/** The posts that an index leaves out of what it lists: of its section, its language and its stretch of time. */
function* unlisted(corpus: Corpus, { path, entries }: DocumentReading, listed: readonly Entry[], now: string) {
  const dates = entries.flatMap((entry) => dateIn(entry.published) ?? []).toSorted(compareDays);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return;
  const folder = commonFolder(listed);
  const languages = new Set(listed.map(languageOf));
  const due = corpus.entries.filter(
    (entry) =>
      entry.edition === "source" &&
      entry.path.startsWith(folder) &&
      languages.has(languageOf(entry)) &&
      isPublished(entry, corpus, now) &&
      isWithin(dateIn(entry.published), first, last),
  );
  const isListed = new Set(listed);
  const present = due.filter((entry) => isListed.has(entry));
  if (!isNearlyAll(present.length, due.length)) return;
  const data = { path, listed: present.length, total: due.length, from: dayText(first), to: dayText(last) };
  for (const entry of due) {
    if (!isListed.has(entry)) yield { message: "noEntry" as const, data, at: placeOf(entry), key: path };
  }
}

/** The folder that all of some documents are in, with its slash. */
function commonFolder(entries: readonly Entry[]): string {
  let folder = folderOf(entries[0]?.path ?? "");
  for (const { path } of entries) while (!path.startsWith(folder)) folder = folderOf(folder.slice(0, -1));
  return folder;
}

/** The folder of a post; of a bundle, the folder that the bundle is in. */
const folderOf = (path: string) => path.replace(/(?:[^/]+\/index\.\w+|[^/]*)$/, "");

/** The language in a file's name, as in `salt.fr.md`. */
const languageOf = ({ path }: Entry) => /\.([a-z]{2}(?:-[a-z]{2})?)\.\w+$/i.exec(path)?.[1] ?? "";

function isPublished(entry: Entry, { site }: Corpus, now: string): boolean {
  // A list page of a section is no post.
  if (/(?:^|\/)_index\.\w+$/.test(entry.path) || entry.draft?.value === true || entry.incomplete === true) return false;
  if (site?.isUnpublished(entry) === true) return false;
  const today = parseDate(now);
  const expiry = dateIn(entry.expiry);
  return expiry === undefined || today === undefined || compareDays(expiry, today) >= 0;
}

/** Whether a date is after the first day of an index, whose posts may go on on its next page, and before its last. */
const isWithin = (date: WrittenDate | undefined, first: WrittenDate, last: WrittenDate) =>
  date !== undefined && !isUnset(date) && compareDays(date, first) > 0 && compareDays(date, last) < 0;
