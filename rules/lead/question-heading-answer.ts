import { questionHeadings } from "#facts/question-headings";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Answer a question that is a heading at once.",
  severity: "info",
  presets: ["editorial"],
  sources: [
    {
      title: "aiseo-audit 1.6.2: a sentence of at most 200 characters below a question as a heading",
      read: "2026-11-22",
    },
  ],
  options: {
    characters: integer({ default: 200, minimum: 40, description: "Most characters up to the end of the answer." }),
  },
  messages: {
    late: "The first statement below “{question}” takes {length|character}; answer in {max}.",
    evades: "“{question}” is followed by “{opening}”, which does not answer it; open with the answer.",
  },
  facts: { questionHeadings },

  *check(entry, { characters: max }, { questionHeadings: rows }) {
    for (const { question: asked, first, opening, evades, answeredAfter } of rows ?? []) {
      if (answeredAfter !== null && answeredAfter <= max) continue;
      const question = excerpt(asked);
      const place = { at: bodyPlace(entry, first), key: fold(asked) };
      if (evades) yield { message: "evades", data: { question, opening: excerpt(opening) }, ...place };
      else yield { message: "late", data: { question, length: answeredAfter ?? 0, max }, ...place };
    }
  },
});
