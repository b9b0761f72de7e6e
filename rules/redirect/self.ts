import { defineRule } from "#rule-kit/define-rule";
import { plainRedirects, redirectPlace, targetPath } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Do not redirect a path to itself.",
  severity: "error",
  presets: ["recommended", "strict"],
  messages: {
    self: "{source} redirects to itself; remove the line, or correct its target.",
  },

  *check(corpus) {
    const { site } = corpus;
    if (site === undefined) return;
    for (const rule of plainRedirects(corpus)) {
      const target = targetPath(rule, site);
      // From one form of the last slash to the other is what some hosts need.
      if (target !== sourcePath(rule) || isOtherHost(rule.source.value)) continue;
      yield {
        message: "self",
        data: { source: excerpt(rule.source.value) },
        at: redirectPlace(rule, "target"),
        key: pathKey(sourcePath(rule)),
      };
    }
  },
});

/** A rule whose source names a host moves a whole host. */
const isOtherHost = (source: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
