import { elementIds } from "#facts/element-ids";
import { idsOfHeadings, lettersOf } from "#facts/heading-ids";
import { headings, headingsOf } from "#facts/markdown-headings";
import { links, type Link } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import type { LinkTarget, SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { quorum } from "#text/convention";
import { byKey } from "#text/groups";
import { rememberingFor } from "#text/remember";
import { issueOf } from "#text/series";
import { decoded } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link only to sections that the target has.",
  severity: "warn",
  presets: ["recommended", "strict"],
  facts: { links, headings, elementIds },
  options: {
    known: list({ default: ["top", "comments"], description: "Ids that the theme puts on every page." }),
  },
  messages: {
    missing: "{page} has no section #{fragment}; correct the fragment or remove it.",
    here: "This page has no section #{fragment}; correct the fragment or remove it.",
    copied:
      "{page} has no section #{fragment}, and {posts} posts link to it, this one among them; correct the fragment.",
  },

  *check(corpus, { known }, facts) {
    const { styles, isKnown } = idsOfHeadings(corpus.site);
    const headingsIn = rememberingFor((entry: Entry) =>
      styles.flatMap((style) => headingsOf(facts.headings(entry), style)),
    );
    const idsOf = rememberingFor((entry: Entry) => {
      const more = facts.elementIds(entry);
      if (more === null || more.isOpen) return undefined;
      return new Set([...headingsIn(entry).map(({ anchor }) => anchor), ...more.ids, ...known]);
    });
    const broken = Array.from(siteLinks(corpus, facts.links)).flatMap(({ entry, link, target }) => {
      const fragment = fragmentOf(target);
      if (fragment === undefined || link.kind === "image" || target.entry === undefined) return [];
      if (isHome(target.url) || (target.entry === entry && isPart(corpus.site, entry))) return [];
      const ids = idsOf(target.entry);
      if (ids === undefined || formsOf(fragment).some((form) => ids.has(form))) return [];
      if (!isKnown && mayBeMade(fragment, headingsIn(target.entry))) return [];
      return { entry, link, fragment, url: target.url, to: target.entry };
    });
    const ofTheme = idsOfTheme(broken);
    const left = broken.filter(({ fragment }) => !ofTheme.has(fragment));
    for (const { entry, link, fragment } of left.filter(isHere)) {
      yield { message: "here", data: { fragment: excerpt(fragment) }, at: linkPlace(entry, link), key: link.target };
    }
    for (const uses of byKey(
      left.filter((one) => !isHere(one)),
      addressOf,
    ).values())
      yield* problemsOf(uses);
  },
});

/** A link to a section that its target has not. */
interface BrokenLink {
  readonly entry: Entry;
  readonly link: Link;
  readonly url: string;
  readonly fragment: string;
  /** The document that has no such section. */
  readonly to: Entry;
}

const isHere = ({ entry, to }: BrokenLink) => entry.path === to.path;
const addressOf = ({ url, fragment }: BrokenLink) => `${url}#${fragment}`;

/** What is to be said of the links to one section: once, where ten posts copied it from each other. */
function* problemsOf(uses: readonly BrokenLink[]) {
  const posts = new Set(uses.map(({ entry }) => entry)).size;
  const problems = uses.map(({ entry, link, url, fragment, to }) => ({
    data: { page: excerpt(url), fragment: excerpt(fragment) },
    at: linkPlace(entry, link),
    key: link.target,
    related: [{ place: placeOf(to), message: "has no such section" }],
  }));
  const [first, ...rest] = problems;
  if (first !== undefined && posts >= quorum.members) {
    const others = rest.map(({ at }) => at);
    yield { ...first, message: "copied" as const, data: { ...first.data, posts }, others };
  } else for (const problem of problems) yield { ...problem, message: "missing" as const };
}

/** Whether a URL path is that of a home page, of the site or of a language: its template has sections of its own. */
const isHome = (url: string) => /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/?)?$/i.test(url);

/** Whether a document is no page but a part of pages, in a folder such as `_includes`: the sections are theirs. */
const isPart = (site: SitePages | undefined, entry: Entry): boolean =>
  ["plain", "hugo", "jekyll"].includes(site?.model.generator ?? "") && site?.urlOf(entry) === undefined;

/** Fewest pages on which a section is looked for in vain that the theme may well have on all. */
const fewestPages = 3;

/** Fragments that links to several pages have, such as `#content`. The versions and translations of a page are one. */
function idsOfTheme(broken: readonly BrokenLink[]): ReadonlySet<string> {
  const pages = new Map<string, Set<string>>();
  for (const { fragment, to } of broken) pages.set(fragment, (pages.get(fragment) ?? new Set()).add(issueOf(to.path)));
  return new Set([...pages].flatMap(([fragment, { size }]) => (size >= fewestPages ? fragment : [])));
}

/**
 * The fragment of a link to a document, unless it is the browser's (`#:~:text`), a script's (`#/`), a footnote's or that of
 * a reader's comment.
 */
function fragmentOf({ kind, fragment }: LinkTarget): string | undefined {
  if (fragment === undefined || fragment === "" || !["page", "self", "alias", "redirect"].includes(kind))
    return undefined;
  return /^(?::~:|\/|!|(?:user-content-)?fn|comment-\d)/.test(fragment) ? undefined : fragment;
}

/** Ids that repeat get a number, and not all generators count alike. */
const formsOf = (fragment: string): string[] => [fragment, decoded(fragment), fragment.replace(/-\d{1,3}$/, "")];

/** Whether some generator may make a fragment of one of the headings of a page, or by counting them: "section-3". */
function mayBeMade(fragment: string, all: readonly { readonly text: string }[]): boolean {
  const count = /^[a-z]{1,12}[-_]?(\d{1,3})$/i.exec(fragment)?.[1];
  return (count !== undefined && Number(count) <= all.length) || all.some(({ text }) => maySuit(fragment, text));
}

/** Whether some generator may make a fragment of a heading: of its letters and digits, and of names for its other signs. */
function maySuit(fragment: string, heading: string): boolean {
  const [id, text] = [lettersOf(decoded(fragment)), lettersOf(heading)];
  return text !== "" && (id === text || (/[^\p{ASCII}\p{L}]/u.test(heading) && id.startsWith(text)));
}
