import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { didYouMean } from "#text/did-you-mean";

export default defineRule({
  on: "entry",
  summary: "Use only tags from the site's list.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    allowed: list({ default: [], description: "All tags that posts may have. Without any the rule says nothing." }),
  },
  messages: {
    unknown: "Tag “{tag}” is not in the site's list; choose one that is, or add it there.",
    near: "Tag “{tag}” is not in the site's list; write “{near}” if that is meant.",
  },

  *check(entry, { allowed }) {
    if (allowed.length === 0) return;
    const known = new Set(allowed);
    for (const field of entry.tags ?? []) {
      const tag = field.value.trim();
      if (tag === "" || known.has(tag)) continue;
      const near = didYouMean(tag, allowed);
      const at = partPlace(entry, "tags", field, 0, field.value.length);
      if (near === undefined) yield { message: "unknown", data: { tag }, at, key: tag };
      else yield { message: "near", data: { tag, near }, at, key: tag };
    }
  },
});
