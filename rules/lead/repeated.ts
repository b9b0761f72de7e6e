import { lead } from "#facts/lead";
import type { Entry } from "#model/entry";
import { bodyPlace, type Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Announce the answer of a post once.",
  severity: "info",
  presets: ["strict"],
  messages: {
    again: "“{label}” stands {times|time} in this post; keep it for the answer of the post.",
  },
  facts: { lead },

  *check(entry, _options, { lead: found }) {
    const [first, ...rest] = placesOf(found?.standing?.again ?? [], entry);
    if (found?.label === undefined || first === undefined) return;
    yield {
      message: "again",
      data: { label: found.label.text, times: rest.length + 2 },
      at: first,
      key: found.label.name,
      related: rest.slice(0, mostRelated).map((place) => ({ place, message: "stands here, too" })),
    };
  },
});

/** The places of flat pairs of start and end. */
const placesOf = (pairs: readonly number[], entry: Entry): Place[] =>
  pairs.flatMap((start, at) => (at % 2 === 0 ? bodyPlace(entry, { start, end: pairs[at + 1] ?? start }) : []));

const mostRelated = 5;
