import { contentSize, sizeFor, type ContentSize } from "#facts/content-size";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { forgetsCjk, plausibleMinutes } from "#text/reading-models";
import { plural } from "#text/wording";

export default defineRule({
  on: "post",
  summary: "State a reading time that the post can be read in.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [
    { title: "Brysbaert 2019, How many words do we read per minute?: most adults 175 to 300", read: "2026-11-22" },
    { title: "Hugo: .ReadingTime, 213 words or 501 CJK characters a minute", read: "2026-11-22" },
  ],
  options: {
    maxMinutes: integer({ default: 120, minimum: 1, description: "Most minutes where the content is not known." }),
  },
  messages: {
    none: "Reading time is {minutes} min; write at least 1.",
    huge: "Reading time is {minutes} min, more than {max}; check it.",
    short: "Reading time is {minutes} min, but {amount} take at least {least} min; correct it.",
    long: "Reading time is {minutes} min, but {amount} take at most {most} min; correct it.",
  },
  facts: { contentSize },

  *check(post, { maxMinutes }, facts) {
    for (const entry of post.entries) {
      const found = judge(entry, sizeFor(post, entry, facts.contentSize), maxMinutes);
      if (found === undefined) continue;
      yield { ...found, at: fieldPlace(entry, "readingTime"), key: "minutes" };
      // The same minutes in another edition of the post have the same cause.
      return;
    }
  },
});

function judge({ readingTime }: Entry, size: ContentSize | null, max: number) {
  const minutes = readingTime?.value;
  if (minutes === undefined) return undefined;
  if (minutes <= 0) return { message: "none", data: { minutes } } as const;
  if (size === null) return minutes > max ? ({ message: "huge", data: { minutes, max } } as const) : undefined;
  if (forgetsCjk(size, minutes)) return undefined;
  const { least, most } = plausibleMinutes(size);
  const data = { minutes, amount: amountOf(size), least: Math.ceil(least), most: Math.ceil(most) };
  if (minutes < least) return { message: "short", data } as const;
  return minutes > most ? ({ message: "long", data } as const) : undefined;
}

function amountOf({ words, cjk }: ContentSize): string {
  if (cjk === 0) return plural(words, "word");
  return words === 0 ? plural(cjk, "character") : `${plural(words, "word")} and ${plural(cjk, "character")}`;
}
