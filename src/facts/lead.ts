import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import type { Post } from "#model/post";
import { fieldPlace, partPlace, type Place } from "#model/problem";
import { defineFact } from "#rule-kit/define-fact";
import { isClosed, type Stretch } from "#text/sentences";
import { withoutEllipsis } from "#text/summary-kind";
import { leadOf, sentenceOf, type Lead } from "./lead-text.ts";
import { leadInBody } from "./markdown-lead.ts";

export { isMarked, leadOf, sentenceOf, type Lead } from "./lead-text.ts";

const ofSummary = ({ summary }: Entry): Lead | null => (summary === undefined ? null : leadOf(summary.value));

/**
 * The lead of an entry: of a Markdown document that of its body, of all others that of the summary. Null where there is
 * none: no summary, or a body whose first heading comes before any text.
 */
export const lead = defineFact<Lead | null>({
  id: "lead",
  version: 8,
  from: { entry: ofSummary, markdown: (view, entry) => leadInBody(view, entry.title?.value) },
});

/** What an entry's summary starts with, read as a lead; null where it has no summary. */
export const summaryLead = defineFact<Lead | null>({ id: "summary-lead", version: 2, from: { entry: ofSummary } });

/** The first sentence of a lead where all of it is known, else undefined: an excerpt may end within it. */
export function firstSentence({ body }: Lead): Stretch | undefined {
  const first = body === undefined ? undefined : sentenceOf(body, 0);
  if (body === undefined || first === undefined) return undefined;
  const isWhole = body.isComplete || body.sentences.length > 1 || isClosed(withoutEllipsis(first.text));
  return isWhole ? first : undefined;
}

/** The place of a part of a lead in its document. It has one name in all editions, so that one cause is one finding. */
export function leadPlace(entry: Entry, { origin }: Pick<Lead, "origin">, part: Pick<Stretch, "start" | "end">): Place {
  const anchor = "lead";
  const { summary } = entry;
  if (origin !== undefined) {
    const span = spanWithin({ value: "", ...origin }, part.start, part.end);
    return { path: entry.path, span, anchor, entry };
  }
  if (summary === undefined) return fieldPlace(entry, "summary");
  return { ...partPlace(entry, "summary", summary, part.start, part.end), anchor };
}

/** The lead of a post in its most trusted edition that has one; a source without a lead speaks for all editions. */
export function leadOfPost(
  { entries }: Post,
  factOf: (entry: Entry) => Lead | null,
): { readonly entry: Entry; readonly found: Lead } | undefined {
  const entry = entries.find(({ edition, body, summary }) =>
    edition === "source" ? body !== undefined : summary !== undefined,
  );
  const found = entry === undefined || entry.draft?.value === true ? null : factOf(entry);
  return entry === undefined || found === null ? undefined : { entry, found };
}
