import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Place, ProblemFix } from "#model/problem";
import type { LinkTarget, SiteModel, SitePages } from "#model/site";
import { linksOf, type Link, type LinkRowsOf } from "./markdown-links.ts";

/** A link of a document, and what it leads to in the site. */
export interface SiteLink {
  readonly entry: Entry;
  readonly link: Link;
  readonly target: LinkTarget;
}

const resolved = new WeakMap<SitePages, readonly SiteLink[]>();

/**
 * All links and pictures of a site's documents, resolved; none where the corpus is no site's. Several rules ask for them,
 * so they are resolved once for a site.
 */
export function siteLinks({ site, entries }: Corpus, rowsOf: LinkRowsOf): readonly SiteLink[] {
  if (site === undefined) return [];
  const known = resolved.get(site);
  if (known !== undefined) return known;
  // To kramdown, the parser of Jekyll, an address without brackets is text.
  const readsLiterals = site.model.generator !== "jekyll";
  const all = entries
    .filter(({ edition }) => edition === "source")
    .flatMap((entry) =>
      writtenOnce(linksOf(rowsOf(entry)))
        .filter(({ form }) => form !== "literal" || readsLiterals)
        .map((link): SiteLink => {
          return { entry, link, target: judged(site.model, link, site.resolve(entry, addressOf(link))) };
        }),
    );
  resolved.set(site, all);
  return all;
}

/** Links without those whose target was met before: what a reference leads to is written once, however many links use it. */
export function writtenOnce(all: readonly Link[]): Link[] {
  const places = new Set<string>();
  return all.filter(({ form, kind, span }) => {
    const place = `${kind} ${span.start}`;
    if (form !== "reference") return true;
    return places.size !== places.add(place).size;
  });
}

/** The target of a link. An address in running text ends before the punctuation of scripts without spaces. */
const addressOf = ({ target, form }: Link): string =>
  form === "bare" ? target.replace(/[、-】！-／：-？].*$/su, "") : target;

/** What a link leads to, where the generator finds it elsewhere than at its URL, or may. */
function judged(model: SiteModel, { kind, form, target: written }: Link, target: LinkTarget): LinkTarget {
  if (target.kind !== "missing") return target;
  const { generator, pictures, assets, ownFigures } = model;
  const unknown = { ...target, kind: "unknown" } as const;
  // Written as HTML it counts from the URL of the page, which nobody knows of a plain folder.
  if (generator === "plain" && (form === "html" || form === "component")) return unknown;
  if (kind !== "image") return target;
  if (form === "shortcode" ? ownFigures === true : pictures === "custom") return unknown;
  const isAsset = (form === "shortcode" || pictures === "found") && assets?.includes(written.replace(/^\.?\//, ""));
  return isAsset === true ? { ...target, kind: "static" } : target;
}

/** The target of a link, as a place. */
export const linkPlace = (entry: Entry, { target, span }: Pick<Link, "target" | "span">): Place => ({
  path: entry.path,
  span,
  anchor: `link:${target}`,
  entry,
});

/** Another target for a link; none where the target does not stand in the document as it is. */
export function retarget({ target, span, form, isShortcode }: Link, to: string | undefined): { fix?: ProblemFix } {
  // What a template makes of a path may have more in front of it.
  if (target.includes("{{")) return {};
  const isAddress = form === "bare" || form === "literal";
  const stands = span.end - span.start === target.length && !isAddress && form !== "component" && !isShortcode;
  if (to === undefined || !stands || to === target) return {};
  return { fix: { safety: "safe", description: `Link to ${to}`, edits: [{ span, text: to }] } };
}
