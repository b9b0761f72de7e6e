import type { RedirectRule } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { redirectChains, redirectPlace, targetPath } from "#text/redirect-graph";
import { sourcePath } from "#text/redirect-rules";

export default defineRule({
  on: "corpus",
  summary: "Let no redirects lead in a circle.",
  severity: "error",
  presets: ["recommended", "strict"],
  messages: {
    loop: "{source} redirects to {target} and, after {steps|step}, to itself again; let one of them lead to a page.",
  },

  *check(corpus) {
    for (const { rule, chain, site, data, at, key } of redirectChains(corpus)) {
      // One step is `redirect/self`, or from one form of the last slash to the other.
      if (chain.length < 3 || chain.at(-1) !== rule || targetPath(rule, site) === sourcePath(rule)) continue;
      const others = chain.slice(1, -1);
      yield {
        message: "loop",
        data: { ...data, steps: others.length },
        at,
        key,
        group: chain.slice(1).map(sourceOf).toSorted()[0] ?? "",
        related: others
          .slice(0, 5)
          .map((one) => ({ place: redirectPlace(one, "source"), message: "is in the circle" })),
      };
    }
  },
});

const sourceOf = ({ source }: RedirectRule) => source.value;
