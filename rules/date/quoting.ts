import { frontMatterFormat } from "#facts/front-matter-format";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { fieldPlace, type Edit, type ProblemFix } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { choice } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { dateIn } from "#text/entry-dates";
import { groupsBy } from "#text/groups";
import { sectionOf } from "#text/section";

export default defineRule({
  on: "corpus",
  summary: "Write the dates of a section all in quotes, or all without.",
  severity: "info",
  presets: ["strict"],
  options: {
    style: choice({
      of: ["learned", "quoted", "plain"],
      default: "learned",
      description: "`quoted` for dates in quotes, `plain` for dates without.",
    }),
  },
  messages: {
    learned: "{agreeing} of {total|date} in this section stand {most}; this one stands {own}.",
    fixed: "Date stands {own}; write all dates {most}.",
  },
  facts: { frontMatterFormat },

  *check({ entries, site }, { style }, { frontMatterFormat: formatOf }) {
    const dates = entries.flatMap((entry) => datesOf(entry, formatOf(entry)));
    const sections = style === "learned" ? groupsBy(dates, ({ section }) => section).values() : [dates];
    for (const members of sections) {
      const learned = style === "learned" ? learnConvention(members.map(({ isQuoted }) => isQuoted)) : undefined;
      if (style === "learned" && learned === undefined) continue;
      const wantsQuotes = learned?.value ?? style === "quoted";
      for (const date of members.filter(({ isQuoted }) => isQuoted !== wantsQuotes)) {
        const { entry, name } = date;
        const stands = { most: named(wantsQuotes), own: named(!wantsQuotes) };
        const at = fieldPlace(entry, name);
        const fix = fixOf(date, site?.model.generator === "hugo");
        if (learned === undefined) yield { message: "fixed", data: stands, at, key: "quotes", fix };
        else {
          const { agreeing, total } = learned;
          yield { message: "learned", data: { agreeing, total, ...stands }, at, key: "quotes", fix };
        }
      }
    }
  },
});

interface Written {
  readonly entry: Entry;
  readonly name: "published" | "modified";
  readonly field: Field;
  readonly isQuoted: boolean;
  readonly format: string;
  readonly section: string;
}

// Read alike with quotes and without: a day, or a moment that says its offset. A time without one is read as local time
// in quotes and as UTC without, by JavaScript and Ruby, so that its quotes may be meant.
const readAlike = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?$/;

/** The dates of a Markdown document whose quotes are a matter of taste. JSON has no other dates than those in quotes. */
function datesOf(entry: Entry, format: string): Written[] {
  if (format !== "yaml" && format !== "toml") return [];
  const section = `${format} ${sectionOf(entry)}`;
  return (["published", "modified"] as const).flatMap((name): Written[] => {
    const field = entry[name];
    // The generator may take one key for both.
    if (field === undefined || (name === "modified" && field.span.start === entry.published?.span.start)) return [];
    const { style, value, span } = field;
    // Without a style, or escaped, the date is not written where it is read.
    if (style === undefined || style === "block" || span.end - span.start !== value.length) return [];
    if (!readAlike.test(value) || dateIn(field) === undefined) return [];
    return [{ entry, name, field, isQuoted: style !== "plain", format, section }];
  });
}

const named = (isQuoted: boolean) => (isQuoted ? "in quotes" : "without quotes");

function fixOf({ field: { value, span }, isQuoted, format }: Written, isHugo: boolean): ProblemFix {
  const outer = { start: span.start - 1, end: span.end + 1 };
  // A plain value that is to be read as text gets its quotes where edits are written.
  const edit: Edit = isQuoted ? { span: outer, text: value } : { span, text: value };
  // With a time zone in its config, Hugo takes a day in quotes for one of that zone; a plain one of YAML was, before its
  // parser of 2025, one of UTC.
  const movesDay = isHugo && format === "yaml" && !value.includes("T");
  const description = isQuoted ? "Take the quotes away." : "Put the date in quotes.";
  return { safety: movesDay ? "unsafe" : "safe", description, edits: [edit] };
}
