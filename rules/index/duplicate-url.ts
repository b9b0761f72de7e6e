import type { DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { groupsBy, othersOf } from "#text/groups";
import { localeOf } from "#text/locale";
import { fold } from "#text/terms";
import { hostOf, urlKey } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "List each URL once.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  messages: {
    twice: "This post is listed {count} times here, as {url}; keep one entry.",
    shared: "{count|entry|entries} have the URL {url}; give each post its own.",
    built: "{count|file|files} are served at {url}, and the build keeps one; give each a slug of its own.",
  },

  *check({ documents, entries, site }) {
    for (const document of documents) {
      for (const [url, group] of groupsBy(document.entries, pageIn(document.entries))) {
        const isOnePost = new Set(group.map(({ title }) => fold(title?.value ?? ""))).size === 1;
        if (isByDesign(group, isOnePost, document)) continue;
        yield* problemsOf(isOnePost ? "twice" : "shared", url, group, `${document.path} ${url}`);
      }
    }
    // The URLs of a site's files are those that the generator makes; a draft may wait to take the place of a post.
    const built = site === undefined ? [] : entries.filter(isPublishedSource);
    for (const [url, group] of groupsBy(built, urlKey)) yield* problemsOf("built", url, group, url);
  },
});

const problemsOf = (message: "twice" | "shared" | "built", url: string, entries: readonly Entry[], group: string) =>
  entries.map((entry, index) => ({
    message,
    data: { count: entries.length, url: excerpt(entry.url?.value ?? entry.slug?.value ?? url) },
    at: urlPlace(entry),
    key: url,
    group,
    related: othersOf(entries, index).map((other) => ({ place: urlPlace(other), message: "has the same URL" })),
  }));

const isPublishedSource = ({ edition, draft }: Entry) => edition === "source" && draft?.value !== true;

const urlPlace = (entry: Entry) => fieldPlace(entry, entry.url === undefined ? "slug" : "url");

/** A list page may show a post at its top and again in its place; a feed may have one page for most of its items. */
const isByDesign = (group: readonly Entry[], isOnePost: boolean, { format, edition, entries }: DocumentReading) =>
  (isOnePost && format === "html") || (edition === "feed" && group.length * 2 > entries.length);

/**
 * What names the page of an entry. A path without a host is one of the only host that the document names; a slug names a
 * page in each language.
 */
function pageIn(entries: readonly Entry[]): (entry: Entry) => string | undefined {
  const [host, ...others] = new Set(entries.map(hostOf).filter((name) => name !== ""));
  const own = others.length === 0 ? (host ?? "") : "";
  return (entry) => {
    const slug = entry.slug?.value.trim() ?? "";
    const key = urlKey(entry) ?? (slug === "" ? undefined : `${localeOf(entry)} ${slug}`);
    return key?.startsWith("/") ? own + key : key;
  };
}
