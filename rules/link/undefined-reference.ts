import { unmadeLinks, type UnmadeLink } from "#facts/unmade-links";
import type { Entry } from "#model/entry";
import { bodyPlace } from "#model/problem";
import { sourcesOf } from "#facts/posts-by-source";
import { defineRule } from "#rule-kit/define-rule";
import { byKey } from "#text/groups";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Define the label of each link that is written with one.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "CommonMark 0.31.2: reference links",
      url: "https://spec.commonmark.org/0.31.2/#reference-link",
      read: "2026-11-23",
    },
  ],
  facts: { unmadeLinks },
  messages: {
    undefined:
      "The label “{label}” is not defined in this document, so that readers see the brackets of “{text}”; add “[{label}]: …” with the address.",
  },

  *check(corpus, _options, facts) {
    const unmade = sourcesOf(corpus).flatMap((entry) =>
      (facts.unmadeLinks(entry) ?? []).flatMap((link) => (link.kind === "undefined" ? { entry, link } : [])),
    );
    for (const all of byKey(unmade, ({ link }) => fold(link.target)).values()) {
      // What several documents leave undefined the build defines for all of them.
      if (new Set(all.map(({ entry }) => entry.path)).size > mostDocuments) continue;
      for (const one of all) yield problemOf(one);
    }
  },
});

const mostDocuments = 2;

function problemOf({ entry, link: { text, target, span } }: { entry: Entry; link: UnmadeLink }) {
  const data = { label: excerpt(target), text: excerpt(text) };
  return { message: "undefined" as const, data, at: bodyPlace(entry, span), key: target };
}
