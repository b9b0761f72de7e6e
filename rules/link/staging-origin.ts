import { links } from "#facts/markdown-links";
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
  },

  *check(corpus, { hosts }, facts) {
    const { site } = corpus;
    if (site === undefined) return;
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      const preview = target.kind === "external" ? previewOf(link.target, hosts, site, entry) : undefined;
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

/** The page of the site that a link to a preview host shows. A path that the site does not have is another site's. */
function previewOf(target: string, hosts: readonly string[], site: SitePages, from: Entry) {
  const found = /^https?:\/\/([^/?#:]+)(?::\d+)?(\/[^?#]+)/i.exec(target);
  const [, name = "", path = "/"] = found ?? [];
  const host = name.toLowerCase();
  if (!isPreview(host, hosts, ownHost(site))) return undefined;
  const { kind, url, entry } = site.resolve(from, path);
  return kind === "page" && entry !== undefined && url !== "/" ? { host, page: excerpt(url) } : undefined;
}

const ownHost = ({ model }: SitePages): string =>
  /^(?:https?:)?\/\/([^/?#:]+)/i.exec(model.baseUrl ?? "")?.[1]?.toLowerCase() ?? "";

/** A host of previews, or `staging.` and the like before the site's own host. */
function isPreview(host: string, hosts: readonly string[], own: string): boolean {
  if (host === own) return false;
  if (hosts.some((one) => host === one || host.endsWith(`.${one}`))) return true;
  const isBelow = own !== "" && host.endsWith(`.${own.replace(/^www\./, "")}`);
  return isBelow && /^(?:staging|stage|preview|test|dev)\b/.test(host);
}
