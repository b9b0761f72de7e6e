import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Give each key of front matter once.",
  severity: "error",
  presets: ["recommended", "strict"],
  sources: [
    { title: "YAML 1.2.2, 3.2.1.1: mapping keys are unique", url: "https://yaml.org/spec/1.2.2/", read: "2026-11-22" },
  ],
  messages: {
    twice: "Key “{key}” stands here a second time: some generators take the last one, some refuse the file. Keep one.",
  },

  *check({ documents }) {
    for (const { path, failures } of documents) {
      for (const { kind, span, found } of failures) {
        if (kind !== "duplicate-key") continue;
        yield {
          message: "twice",
          data: { key: excerpt(found) },
          at: { path, span, anchor: `key:${found}` },
          key: found,
        };
      }
    }
  },
});
