import { links, linksOf } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Link to other sites by https.",
  severity: "info",
  presets: ["recommended", "strict"],
  facts: { links },
  options: {
    hosts: list({ default: [], description: "Hosts that have no https; hosts below them count too." }),
  },
  messages: {
    http: "{target} is not encrypted; link to https://{host}, if it answers there.",
  },

  *check(entry, { hosts }, facts) {
    for (const link of linksOf(facts.links)) {
      const host = /^http:\/\/([^/?#\s]+)/i.exec(link.target)?.[1]?.toLowerCase();
      if (link.isShortcode || host === undefined || isLocal(host) || hosts.some((one) => isWithin(host, one))) continue;
      const isWhole = link.span.end - link.span.start === link.target.length;
      const edits = [{ span: { start: link.span.start, end: link.span.start + 4 }, text: "https" }];
      yield {
        message: "http",
        data: { target: excerpt(link.target), host: excerpt(host) },
        at: linkPlace(entry, link),
        key: link.target,
        ...(isWhole && { fix: { safety: "unsafe", description: "Link by https", edits } }),
      };
    }
  },
});

const isWithin = (host: string, other: string) => host === other || host.endsWith(`.${other}`);

/** Hosts that no one outside can reach, those that are examples, and addresses without a name. */
const isLocal = (host: string): boolean =>
  /^(?:localhost|\[|[\d.]+(?::|$))/.test(host) ||
  !host.includes(".") ||
  /(?:^|\.)(?:example(?:\.\w+)?|localhost|local|internal|test|invalid|onion)(?::\d+)?$/.test(host) ||
  /[{}<>$]/.test(host);
