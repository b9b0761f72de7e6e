import { defineRule } from "#rule-kit/define-rule";
import { bySource, chainFrom, plainRedirects, redirectPlace } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Let each redirect lead straight to its page.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    chain: "{source} gets to {last} in {hops} steps, by {target}; let it lead there at once.",
  },

  *check(corpus) {
    const { site } = corpus;
    if (site === undefined) return;
    const rules = plainRedirects(corpus);
    const sources = bySource(rules);
    for (const rule of rules) {
      const chain = chainFrom(rule, sources, site);
      const last = chain.at(-1);
      // Circles belong to `redirect/loop`.
      if (last === undefined || chain.length < 2 || new Set(chain).size < chain.length) continue;
      const { value } = last.target;
      yield {
        message: "chain",
        data: {
          source: excerpt(rule.source.value),
          target: excerpt(rule.target.value),
          last: excerpt(value),
          hops: chain.length,
        },
        at: redirectPlace(rule, "target"),
        key: pathKey(sourcePath(rule)),
        fix: { safety: "safe", description: `Redirect to ${value}`, edits: [{ span: rule.target.span, text: value }] },
      };
    }
  },
});
