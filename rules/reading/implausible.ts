import type { ContentSize } from "#facts/content-size";
import { contentSize } from "#facts/content-size";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { forgetsCjk, plausibleMinutes } from "#text/reading-models";
import { plural } from "#text/wording";

export default defineRule({
  on: "entry",
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

  *check(entry, { maxMinutes }, { contentSize: size }) {
    const minutes = entry.readingTime?.value;
    if (minutes === undefined) return;
    const at = fieldPlace(entry, "readingTime");
    if (minutes <= 0) yield { message: "none", data: { minutes }, at, key: "minutes" };
    else if (size === null) {
      if (minutes > maxMinutes) yield { message: "huge", data: { minutes, max: maxMinutes }, at, key: "minutes" };
    } else if (!forgetsCjk(size, minutes)) {
      const { least, most } = plausibleMinutes(size);
      const data = { minutes, amount: amountOf(size), least: Math.ceil(least), most: Math.ceil(most) };
      if (minutes < least) yield { message: "short", data, at, key: "minutes" };
      if (minutes > most) yield { message: "long", data, at, key: "minutes" };
    }
  },
});

function amountOf({ words, cjk }: ContentSize): string {
  if (cjk === 0) return plural(words, "word");
  return words === 0 ? plural(cjk, "character") : `${plural(words, "word")} and ${plural(cjk, "character")}`;
}
