import { linkPlace, retarget, siteLinks, type SiteLink } from "#facts/site-links";
import { links } from "#facts/markdown-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link only to pages and files that the site has.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    missing: "{target} is no page or file of this site; correct the link or remove it.",
    scheme: "{target} has no scheme, so it leads to a path of this site that is not there; write {right}.",
    reference: "No document is named {target}, so the build stops here or makes a link to nowhere; correct the name.",
  },

  *check(corpus, _options, facts) {
    const all = siteLinks(corpus, facts.links);
    const pictures = missingPictures(all);
    for (const { entry, link, target } of all) {
      // Where the right URL is known, `link/form` says it; pictures belong to `image/missing-file`. An address with its
      // host may be served by something else there, or redirected: `link/absolute-self` asks to look at it.
      if (target.kind !== "missing" || target.form !== undefined || link.kind === "image") continue;
      // A picture that links to itself has one file that is missing.
      if (target.absolute === true || pictures.has(`${entry.path} ${target.url}`)) continue;
      const shared = { at: linkPlace(entry, link), key: link.target, lacks: target.url };
      const right = link.isShortcode ? undefined : withScheme(link.target);
      if (right !== undefined) {
        const data = { target: excerpt(link.target), right: excerpt(right) };
        yield { message: "scheme", data, ...shared, ...retarget(link, right) };
        continue;
      }
      // A call names a document by its file; what only puts the site's own path before a link is none.
      const isCall = link.isShortcode && /\{%|\{\{</.test(link.target);
      yield {
        message: isCall ? "reference" : "missing",
        data: { target: excerpt(link.isShortcode ? target.url : link.target) },
        ...shared,
      };
    }
  },
});

const host = /^(?:www\.[a-z\d.-]{2,250}|(?:[a-z\d-]{1,63}\.){1,5}(?:com|org|net|edu|gov|dev|io))(?:[/?#]|$)/i;
const mailbox = /^[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}$/i;

/** A link to another site or to a mailbox as it is meant; undefined where it is neither, or has its scheme. */
function withScheme(target: string): string | undefined {
  if (host.test(target)) return `https://${target}`;
  return mailbox.test(target) ? `mailto:${target}` : undefined;
}

/** The pictures that no file is there for, by document. */
const missingPictures = (all: readonly SiteLink[]): ReadonlySet<string> =>
  new Set(
    all.flatMap(({ entry, link, target }) =>
      link.kind === "image" && target.kind === "missing" ? `${entry.path} ${target.url}` : [],
    ),
  );
