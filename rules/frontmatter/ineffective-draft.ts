import { draftFlags, type DraftFlag } from "#facts/draft-flags";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "corpus",
  summary: "Mark a draft in a way that the generator reads.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [
    {
      title: "YAML 1.2.2, 10.3.2: booleans are true and false",
      url: "https://yaml.org/spec/1.2.2/",
      read: "2026-11-23",
    },
    {
      title: "Jekyll: front matter defaults, published",
      url: "https://jekyllrb.com/docs/front-matter/",
      read: "2026-11-23",
    },
    {
      title: "Hugo 0.152 reads YAML 1.2: jaegertracing/documentation#996",
      url: "https://github.com/jaegertracing/documentation/pull/996",
      read: "2026-11-23",
    },
  ],
  messages: {
    word: "Hugo reads “{value}” as a text from version 0.152 on, and publishes the post; write true.",
    text: "In quotes, “{value}” is a text to Hugo, which publishes the post; write true.",
    draft: "Jekyll reads no key “draft” and publishes the post; write “published: false”, or move it to _drafts.",
    published: "In quotes, “{value}” is a text to Jekyll, which publishes the post; write false.",
  },
  facts: { draftFlags },

  *check({ entries, site }, _options, facts) {
    const generator = site?.model.generator;
    if (generator !== "hugo" && generator !== "jekyll") return;
    const flawOf = generator === "hugo" ? flawInHugo : flawInJekyll;
    for (const entry of entries) {
      if (entry.edition !== "source") continue;
      for (const flag of facts.draftFlags(entry) ?? []) {
        const message = flawOf(flag, entry);
        if (message === undefined) continue;
        const at = { path: entry.path, span: flag.span, anchor: `key:${flag.key}`, entry };
        yield { message, data: { value: flag.value }, at, key: flag.key, ...fixes[message](flag) };
      }
    }
  },
});

const isYes = (value: string) => /^(?:yes|on|y)$/i.test(value);

/** Hugo reads a text as Go does: "true" and "1" are true, "yes" is not. */
const flawInHugo = ({ key, value, isText, isQuoted }: DraftFlag): "word" | "text" | undefined =>
  key !== "draft" || !isText || !isYes(value) ? undefined : isQuoted ? "text" : "word";

/** Jekyll asks whether `published` is false, and nothing else; its YAML is of version 1.1, in which `no` and `off` are. */
function flawInJekyll({ key, value, isText, isQuoted }: DraftFlag, { path }: Entry): "draft" | "published" | undefined {
  if (key === "published") return isText && isQuoted && /^(?:false|no|off|n)$/i.test(value) ? "published" : undefined;
  const isDraft = !isText || (!isQuoted && isYes(value));
  return isDraft && !/(?:^|\/)_drafts\//.test(path) ? "draft" : undefined;
}

const writing = (text: string) => (flag: DraftFlag) => ({
  fix: {
    // The post is taken from the site.
    safety: "unsafe" as const,
    description: `Write ${text}.`,
    edits: [{ span: flag.span, text }],
  },
});

const fixes = { word: writing("true"), text: writing("true"), published: writing("false"), draft: () => ({}) };
