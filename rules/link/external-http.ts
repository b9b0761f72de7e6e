import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace, writtenOnce } from "#facts/site-links";
import type { Entry } from "#model/entry";
import type { ProblemFix } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean, list } from "#rule-kit/options";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Link by https to the sites that have it.",
  severity: "info",
  presets: ["recommended", "strict"],
  facts: { links },
  options: {
    any: boolean({
      default: false,
      description: "Reports each link by http, whether its host is known to have https or not.",
    }),
    hosts: list({ default: [], description: "Hosts that have no https; hosts below them count too." }),
  },
  messages: {
    known: "{target} is not encrypted; link to https://{host}, as other links of this site do.",
    any: "{target} is not encrypted; link to https://{host}, if it answers there.",
  },

  *check({ entries, site }, { any, hosts }, facts) {
    const found = entries.flatMap((entry) =>
      writtenOnce(linksOf(facts.links(entry))).flatMap((link) => {
        const [, scheme = "", host = ""] = /^(https?):\/\/([^/?#\s]+)/i.exec(link.target) ?? [];
        return host === "" ? [] : [{ entry, link, host: host.toLowerCase(), isSecure: /s$/i.test(scheme) }];
      }),
    );
    // A link to a page of the site itself belongs to `link/absolute-self`.
    const isOwn = (entry: Entry, target: string): boolean => {
      const own = site?.resolve(entry, target);
      return own?.absolute === true && own.kind !== "unknown";
    };
    const secure = new Set(found.flatMap(({ host, isSecure }) => (isSecure ? nameOf(host) : [])));
    for (const { entry, link, host, isSecure } of found) {
      const isKnown = secure.has(nameOf(host));
      if (isSecure || !(any || isKnown) || link.isShortcode || isLocal(host) || isName(link.target)) continue;
      if (hosts.some((one) => isWithin(host, one)) || isOwn(entry, link.target)) continue;
      yield {
        message: isKnown ? "known" : "any",
        data: { target: excerpt(link.target), host: excerpt(host) },
        at: linkPlace(entry, link),
        key: link.target,
        ...secured(link),
      };
    }
  },
});

function secured({ span, target }: Link): { fix?: ProblemFix } {
  if (span.end - span.start !== target.length) return {};
  const edits = [{ span: { start: span.start, end: span.start + 4 }, text: "https" }];
  return { fix: { safety: "unsafe", description: "Link by https", edits } };
}

/** The same server answers under both names. */
const nameOf = (host: string) => host.replace(/^www\./, "");

const isWithin = (host: string, other: string) => host === other || host.endsWith(`.${other}`);

/** Names of vocabularies are no addresses: with another scheme they name nothing. */
const isName = (target: string): boolean =>
  /^http:\/\/(?:www\.w3\.org\/(?:19|20)\d\d\/(?:XMLSchema|xhtml|svg|xlink|\d\d\/(?:22-)?rdf-)|schemas\.|xmlns\.com\/|purl\.org\/)/i.test(
    target,
  );

/** Hosts that no one outside can reach, those that are examples, and addresses without a name. */
const isLocal = (host: string): boolean =>
  /^(?:localhost|\[|[\d.]+(?::|$))/.test(host) ||
  !host.includes(".") ||
  /(?:^|\.)(?:example(?:\.\w+)?|localhost|local|internal|test|invalid|onion)(?::\d+)?$/.test(host) ||
  /[{}<>$]/.test(host);
