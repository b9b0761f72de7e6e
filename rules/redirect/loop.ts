import type { RedirectRule } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { bySource, chainFrom, plainRedirects, redirectPlace, targetPath } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Let no redirects lead in a circle.",
  severity: "error",
  presets: ["recommended", "strict"],
  messages: {
    loop: "{source} redirects to {target} and, after {steps|step}, to itself again; let one of them lead to a page.",
  },

  *check(corpus) {
    const { site } = corpus;
    if (site === undefined) return;
    const rules = plainRedirects(corpus);
    const sources = bySource(rules);
    for (const rule of rules) {
      const chain = chainFrom(rule, sources, site);
      // One step is `redirect/self`, or from one form of the last slash to the other.
      if (chain.length < 3 || chain.at(-1) !== rule || targetPath(rule, site) === sourcePath(rule)) continue;
      const others = chain.slice(1, -1);
      yield {
        message: "loop",
        data: { source: excerpt(rule.source.value), target: excerpt(rule.target.value), steps: others.length },
        at: redirectPlace(rule, "target"),
        key: pathKey(sourcePath(rule)),
        group: chain.slice(1).map(sourceOf).toSorted()[0] ?? "",
        related: others
          .slice(0, 5)
          .map((one) => ({ place: redirectPlace(one, "source"), message: "is in the circle" })),
      };
    }
  },
});

const sourceOf = ({ source }: RedirectRule) => source.value;
