import { defineRule } from "#rule-kit/define-rule";
import { redirectPlace } from "#text/redirect-graph";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Give redirects a status that hosts know.",
  severity: "error",
  presets: ["recommended", "strict"],
  sources: [
    {
      title: "Cloudflare Pages: 200, 301, 302, 303, 307 and 308",
      url: "https://developers.cloudflare.com/pages/configuration/redirects/",
      read: "2026-11-22",
    },
  ],
  messages: {
    unknown: "{status} is no status of a redirect; write 301 for a page that moved, 302 for the time being.",
  },

  *check({ site }) {
    for (const rule of (site?.model.redirects ?? []).flatMap(({ rules }) => rules)) {
      const status = rule.status?.value ?? "301";
      // Rewrites answer 200, and rules for what is gone or shut answer in the 400s.
      if (/^(?:200|30[12378]|4\d\d)!?$/.test(status)) continue;
      yield {
        message: "unknown",
        data: { status: excerpt(status) },
        at: redirectPlace(rule, "status"),
        key: `${rule.source.value} ${status}`,
      };
    }
  },
});
