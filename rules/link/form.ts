import { links } from "#facts/markdown-links";
import { linkPlace, retarget, siteLinks } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Write links as the site serves its pages.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    slash: "{target} is served at {page}; write it so and spare readers a redirect.",
    "index-file": "{target} is served at {page}; leave the file name out.",
    "source-file": "{target} is a source file, which the site does not serve; its page is {page}.",
    "file-name": "{target} is a file name and leads nowhere; the page has the URL {page}.",
    case: "{target} leads nowhere on hosts that tell capitals from small letters; the page is {page}.",
  },

  *check(corpus, _options, facts) {
    for (const { entry, link, target } of siteLinks(corpus, facts.links)) {
      const { form, canonical } = target;
      if (form === undefined || canonical === undefined || link.kind === "image") continue;
      yield {
        message: form,
        data: { target: excerpt(link.target), page: excerpt(canonical) },
        at: linkPlace(entry, link),
        key: link.target,
        ...retarget(link, canonical),
      };
    }
  },
});
