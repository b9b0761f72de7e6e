import { unfinishedPassages } from "#facts/unfinished-passages";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { fold } from "#text/terms";

export default defineRule({
  on: "document",
  summary: "Publish no post with parts that are still to be written.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    unfinished: "“{found}” stands where text is to be written; write it, or mark the post as a draft.",
    conflict: "“{found}” is the mark of a merge that was not finished; keep what holds of its two sides.",
  },
  facts: { unfinishedPassages },

  *check(entry, _options, { unfinishedPassages: passages }) {
    if (entry.draft?.value === true) return;
    // A post about such words has them as examples.
    const about = fold(`${entry.title?.value ?? ""} ${entry.summary?.value ?? ""}`);
    for (const { text, span } of passages) {
      if (text.startsWith("<<<<<<<")) {
        yield { message: "conflict", data: { found: text }, at: bodyPlace(entry, span), key: "<<<<<<<" };
        continue;
      }
      const word = fold(text).replace(/[: ].*$/, "");
      if (about.includes(word)) continue;
      yield { message: "unfinished", data: { found: text }, at: bodyPlace(entry, span), key: word };
    }
  },
});
