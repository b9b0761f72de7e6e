import { inclusiveTerms } from "#facts/inclusive-terms";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { listedTerm } from "#text/inclusive-terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Name people in words that they would use.",
  severity: "info",
  presets: [],
  sources: [{ title: "retext-equality 7.1, the list of alex", read: "2026-11-23" }],
  options: {
    allow: list({ default: [], description: "Terms that are left alone, in small letters." }),
    also: list({
      default: [],
      description: "Terms with a technical meaning that are reported too, such as `blacklist` or `slave`.",
    }),
  },
  messages: {
    once: "“{found}” leaves some readers out; “{instead}” may be better.",
    often: "“{found}” leaves some readers out and stands here {count} times; “{instead}” may be better.",
  },
  facts: { inclusiveTerms },

  *check(entry, { allow, also }, { inclusiveTerms: uses }) {
    for (const { term, text, span, count } of uses ?? []) {
      const listed = listedTerm(term);
      if (listed === undefined || allow.includes(term) || (listed.isTechnical && !also.includes(term))) continue;
      const data = { found: excerpt(text), instead: listed.instead };
      const place = { at: bodyPlace(entry, span), key: term };
      if (count > 1) yield { message: "often", data: { ...data, count }, ...place };
      else yield { message: "once", data, ...place };
    }
  },
});
