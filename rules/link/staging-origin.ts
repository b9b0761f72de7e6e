import { links, type Link } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import type { Entry } from "#model/entry";
import type { SitePages } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Do not link to the site's pages on a preview host or on the author's own machine.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  options: {
    hosts: list({
      default: ["localhost", "127.0.0.1", "0.0.0.0", "netlify.app", "vercel.app", "pages.dev", "github.io", "ngrok.io"],
      description: "Hosts of previews; hosts below them count too.",
    }),
  },
  messages: {
    preview: "{target} is the page {page} of this site on {host}, where readers can't see it; link to {page}.",
    disk: "{target} is a file on the author's own machine, which readers don't have; link to where it is on the web.",
  },

  *check(corpus, { hosts }, facts) {
    const { site } = corpus;
    if (site === undefined) return;
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      if (/^file:\/\//i.test(link.target) && !isShown(link)) {
        const data = { target: excerpt(link.target) };
        yield { message: "disk", data, at: linkPlace(entry, link), key: link.target };
        continue;
      }
      const preview =
        target.kind !== "external" || isShown(link) ? undefined : previewOf(link.target, hosts, site, entry);
      if (preview === undefined) continue;
      yield {
        message: "preview",
        data: { target: excerpt(link.target), ...preview },
        at: linkPlace(entry, link),
        key: link.target,
      };
    }
  },
});

/** Whether a link has its target as its text: it is an example of an address. */
const isShown = ({ text, target }: Link): boolean => text !== null && slashless(text) === slashless(target);

/**
 * The page of the site that a link to a preview host shows. A path that the site does not have is another site's; so is
 * one that any site may have, on a host that is not called after this one, and an archive of the site is meant.
 */
function previewOf(target: string, hosts: readonly string[], site: SitePages, from: Entry) {
  const found = /^https?:\/\/([^/?#:]+)(?::(\d+))?(\/[^?#]+)/i.exec(target);
  const [, name = "", port = "", path = "/"] = found ?? [];
  const host = name.toLowerCase();
  const own = ownHost(site);
  if (!isPreview(host, hosts, own)) return undefined;
  const { kind, url, entry } = site.resolve(from, path);
  if (kind !== "page" || entry === undefined || isFrontPage(url)) return undefined;
  const isOwn = isNamedAfter(host, own) || port === ports.get(site.model.generator) || isTelling(url);
  return isOwn ? { host, page: excerpt(url) } : undefined;
}

/** Where generators serve a site to its author, as far as few others use the port. */
const ports = new Map([
  ["hugo", "1313"],
  ["jekyll", "4000"],
  ["astro", "4321"],
]);

/** Whether a path is that of the front page, of all languages or of one: each site has it. */
const isFrontPage = (url: string): boolean => /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?\/?)?$/i.test(url);

const slashless = (url: string) => url.replace(/\/$/, "");

/**
 * Whether a host has the name of the site's own in it: `rye-git-main.vercel.app` of `www.rye.example`. GitHub names hosts
 * after people and organisations, who have more sites than one.
 */
function isNamedAfter(host: string, own: string): boolean {
  const name = own.replace(/^www\./, "").split(".", 1)[0] ?? "";
  return name.length >= 3 && host.includes(name) && !host.endsWith(".github.io");
}

/** Whether a path is hardly another site's: `/about/` and `/docs/install/` are, `/salt-and-the-clock/` is not. */
const isTelling = (url: string): boolean => /[^/\d][-_][^/\d]|\/\d{4}\/\d/.test(url);

const ownHost = ({ model }: SitePages): string =>
  /^(?:https?:)?\/\/([^/?#:]+)/i.exec(model.baseUrl ?? "")?.[1]?.toLowerCase() ?? "";

/** A host of previews, or `staging.` and the like before the site's own host. */
function isPreview(host: string, hosts: readonly string[], own: string): boolean {
  if (host === own || /(?<![a-z])(?:archived?|legacy|old)(?![a-z])/.test(host)) return false;
  if (hosts.some((one) => host === one || host.endsWith(`.${one}`))) return true;
  const isBelow = own !== "" && host.endsWith(`.${own.replace(/^www\./, "")}`);
  return isBelow && /^(?:staging|stage|preview|test|dev)\b/.test(host);
}
