import type { RedirectRule } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { groupsBy } from "#text/groups";
import { plainRedirects, redirectPlace } from "#text/redirect-graph";
import { pathKey, sourcePath } from "#text/redirect-rules";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Redirect each path once.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    duplicate: "{source} is redirected further up already, to {target}; hosts never get to this line. Remove one.",
  },

  *check(corpus) {
    for (const [first, ...later] of groupsBy(plainRedirects(corpus), readerAndPath).values()) {
      if (first === undefined) continue;
      const key = pathKey(sourcePath(first));
      for (const rule of later) {
        if (isOtherForm(rule, first)) continue;
        yield {
          message: "duplicate",
          data: { source: excerpt(rule.source.value), target: excerpt(first.target.value) },
          at: redirectPlace(rule, "source"),
          key,
          related: [{ place: redirectPlace(first, "source"), message: "is the line that counts" }],
        };
      }
    }
  },
});

/** Whether two lines send the forms of one path with the last slash and without it to the same: hosts that tell them apart need both. */
const isOtherForm = (rule: RedirectRule, first: RedirectRule): boolean =>
  sourcePath(rule) !== sourcePath(first) && rule.target.value === first.target.value;

/** A host reads its own files, and what a generator redirects are pages to it: lines of others do not come before its own. */
const readerAndPath = (rule: RedirectRule): string => `${readerOf(rule)} ${pathKey(sourcePath(rule))}`;

const readerOf = ({ path }: RedirectRule): string => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === "_redirects" || name === "netlify.toml" ? "netlify" : name;
};
