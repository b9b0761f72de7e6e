import { contentSize, sizeFor, type ContentSize } from "#facts/content-size";
import type { Entry } from "#model/entry";
import type { With } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { share } from "#rule-kit/options";
import { quorum } from "#text/convention";
import { modelMinutes, plausibleMinutes, readingModels, type ReadingModel } from "#text/reading-models";

export default defineRule({
  on: "corpus",
  summary: "Count all reading times of a site in one way.",
  severity: "info",
  presets: ["strict"],
  options: {
    agreement: share({ default: 0.8, description: "Share of reading times that one way to count must give." }),
  },
  messages: {
    drift:
      "{agreeing} of {total|time} stated here come of {speed} words a minute; that gives {expected} min for this post, not {minutes}.",
  },
  facts: { contentSize },

  *check({ posts }, { agreement }, facts) {
    const timed = posts.flatMap((post) => {
      const entry = post.entries.find(isTimed);
      const size = entry === undefined ? null : sizeFor(post, entry, facts.contentSize);
      return entry === undefined || size === null ? [] : { entry, size, minutes: entry.readingTime.value };
    });
    if (timed.length < quorum.members) return;
    const { models, agreeing } = bestModels(timed);
    if (agreeing < agreement * timed.length) return;
    for (const { entry, size, minutes } of timed) {
      const { expected, speed } = nearest(models, size, minutes);
      if (!isDrift(minutes, expected, size)) continue;
      const data = { agreeing, total: timed.length, speed, expected, minutes };
      yield { message: "drift", data, at: fieldPlace(entry, "readingTime"), key: "minutes" };
    }
  },
});

interface Timed {
  readonly size: ContentSize;
  readonly minutes: number;
}

const isTimed = (entry: Entry): entry is With<"readingTime"> => entry.readingTime !== undefined;

/** The models that give the most of the stated times; short posts can't tell one from another. */
function bestModels(timed: readonly Timed[]): { models: readonly ReadingModel[]; agreeing: number } {
  const counted = readingModels.map((model) => ({
    model,
    agreeing: timed.filter(({ size, minutes }) => modelMinutes(size, model) === minutes).length,
  }));
  const most = Math.max(...counted.map(({ agreeing }) => agreeing));
  return { models: counted.filter(({ agreeing }) => agreeing === most).map(({ model }) => model), agreeing: most };
}

/** What comes nearest to a stated time of what some models give. */
function nearest(models: readonly ReadingModel[], size: ContentSize, minutes: number) {
  const given = models.map((model) => ({ expected: modelMinutes(size, model), speed: model.wordsPerMinute }));
  return given.reduce((a, b) => (Math.abs(b.expected - minutes) < Math.abs(a.expected - minutes) ? b : a));
}

/** A minute more or less is a matter of what is counted, and a time that no way to count gives is `implausible`. */
function isDrift(minutes: number, expected: number, size: ContentSize): boolean {
  const { least, most } = plausibleMinutes(size);
  return Math.abs(minutes - expected) > 1 && minutes >= least && minutes <= most;
}
