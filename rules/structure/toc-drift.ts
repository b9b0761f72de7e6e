import { contentsDrift, type ContentsDrift, type LeftOut, type Listed } from "#facts/contents-drift";
import { contentsLists, type ContentsEntry } from "#facts/contents-lists";
import { idsOfHeadings, lettersOf } from "#facts/heading-ids";
import { blocks } from "#facts/markdown-blocks";
import { headings, headingsOf, type Heading } from "#facts/markdown-headings";
import { headingPlace, outlineOf } from "#facts/outline";
import type { Entry } from "#model/entry";
import { bodyPlace, type Edit, type ProblemFix } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { byKey } from "#text/groups";
import { decoded } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Keep a table of contents in step with the headings.",
  severity: "warn",
  presets: ["recommended", "strict"],
  facts: { contentsLists, headings, blocks },
  options: {
    anyWording: boolean({
      default: false,
      description: "Reports each entry that is worded otherwise than its heading, and not only misspelt ones.",
    }),
  },
  messages: {
    missing: "The table of contents leaves out {count} of {total|section}, such as “{heading}”; add what is missing.",
    order: "“{entry}” stands elsewhere in the table of contents than its section does in the text; move one of them.",
    wording: "The table of contents says “{entry}” where the heading says “{heading}”; use the same words.",
  },

  *check({ entries, site }, { anyWording }, facts) {
    const { styles, isKnown } = idsOfHeadings(site);
    for (const entry of entries) {
      const lists = facts.contentsLists(entry);
      if (lists === null) continue;
      const rows = facts.headings(entry);
      const inStyles = styles.map((style) => headingsOf(rows, style));
      const headingOf = finder(inStyles);
      const outline = outlineOf(rows, facts.blocks(entry));
      for (const list of lists) {
        const drift = contentsDrift(list, headingOf, outline, anyWording);
        const [first] = list;
        if (drift === undefined || first === undefined) continue;
        yield* missingIn(entry, first, drift, isKnown ? (inStyles[0] ?? []) : []);
        if (drift.misplaced !== undefined) {
          const { text } = drift.misplaced.entry;
          yield { message: "order", data: { entry: excerpt(text) }, ...placeOfListed(entry, drift.misplaced) };
        }
        for (const one of drift.reworded) {
          const data = { entry: excerpt(one.entry.text), heading: excerpt(one.heading.text) };
          yield { message: "wording", data, ...placeOfListed(entry, one) };
        }
      }
    }
  },
});

/** What a list leaves out, told once. Ids that are known make it possible to add the lines. */
function* missingIn(entry: Entry, first: ContentsEntry, { leftOut, total }: ContentsDrift, ids: readonly Heading[]) {
  const [missing] = leftOut;
  if (missing === undefined) return;
  yield {
    message: "missing" as const,
    data: { count: leftOut.length, total, heading: excerpt(missing.heading.text) },
    at: bodyPlace(entry, (missing.behind ?? first).span),
    key: "missing",
    related: leftOut.map(({ heading }) => ({ place: headingPlace(entry, heading), message: "is left out" })),
    ...added(leftOut, ids),
  };
}

const placeOfListed = (document: Entry, { entry, heading }: Listed) => ({
  at: bodyPlace(document, entry.span),
  key: entry.fragment,
  related: [{ place: headingPlace(document, heading), message: "its heading" }],
});

/** Finds headings by their ids; where no id is the fragment, by their letters and digits. */
function finder(inStyles: readonly (readonly Heading[])[]): (fragment: string) => Heading | undefined {
  const all = inStyles[0] ?? [];
  const ids = new Map(inStyles.flatMap((style) => style.map((one, index) => [one.anchor, all[index] ?? one] as const)));
  let byLetters: ReadonlyMap<string, Heading> | undefined;
  const suitable = (fragment: string) => {
    byLetters ??= new Map(all.toReversed().map((one) => [lettersOf(one.text), one]));
    return fragment === "" ? undefined : byLetters.get(lettersOf(fragment));
  };
  return (fragment) => ids.get(fragment) ?? ids.get(decoded(fragment)) ?? suitable(decoded(fragment));
}

/** The lines that a list lacks, where all have their places in it. They are looked at first: a gap may be meant. */
function added(leftOut: readonly LeftOut[], ids: readonly Heading[]): { fix?: ProblemFix } {
  const anchors = new Map(ids.map(({ span, anchor }) => [span.start, anchor]));
  const edits = Array.from(
    byKey(leftOut, ({ behind }) => behind),
    ([behind, members]): Edit | undefined => {
      const lines = members.map(({ heading }) => lineOf(behind.lead, heading.text, anchors.get(heading.span.start)));
      if (lines.includes(undefined)) return undefined;
      return { span: { start: behind.end, end: behind.end }, text: lines.join("") };
    },
  );
  const isWhole = leftOut.every(({ behind }) => behind !== undefined) && !edits.includes(undefined);
  if (!isWhole) return {};
  return {
    fix: {
      safety: "unsafe",
      description: "Add the missing entries",
      edits: edits.filter((edit) => edit !== undefined),
    },
  };
}

/** A line of a list; none for a heading with signs that mean something in a link. */
function lineOf(lead: ContentsEntry["lead"], text: string, anchor: string | undefined): string | undefined {
  if (lead === undefined || anchor === undefined || /[[\]\\`*_<>()&{}|~]/.test(text) || /[()\s<>]/.test(anchor))
    return undefined;
  return `${lead}[${text}](#${anchor})`;
}
