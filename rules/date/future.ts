import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { instantOf } from "#text/dates";
import { dateIn, dayText } from "#text/entry-dates";

const hour = 3_600_000;

export default defineRule({
  on: "entry",
  summary: "Publish no post with a date that is still to come.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "Google: don't use future dates",
      url: "https://developers.google.com/search/docs/appearance/publication-dates",
      read: "2026-11-22",
    },
  ],
  options: {
    // The clocks of a site and of the machine that checks it can be a day apart.
    hours: integer({ default: 24, minimum: 0, description: "Hours from now that a date may lie ahead." }),
  },
  messages: {
    published: "Published on {date}, {days|day} from now; correct the date, or mark the post as a draft until then.",
    modified: "Modified on {date}, {days|day} from now; correct the date.",
  },

  *check(entry, { hours }, _facts, run) {
    if (entry.draft?.value === true) return;
    const now = Date.parse(run.now);
    for (const name of ["published", "modified"] as const) {
      const date = dateIn(entry[name]);
      const ahead = date === undefined ? 0 : instantOf(date) - now;
      if (date === undefined || ahead <= hours * hour) continue;
      const days = Math.ceil(ahead / (24 * hour));
      yield { message: name, data: { date: dayText(date), days }, at: fieldPlace(entry, name), key: name };
      // A post of the future was modified in the future: one cause.
      return;
    }
  },
});
