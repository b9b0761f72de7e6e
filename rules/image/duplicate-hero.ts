import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import type { With } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { groupsBy, othersOf } from "#text/groups";
import { Series } from "#text/series";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Give each post a picture of its own.",
  severity: "info",
  presets: ["editorial"],
  options: {
    posts: integer({ default: 3, minimum: 2, description: "Fewest posts with one picture that are told." }),
    standard: share({
      default: 0.2,
      description: "Share of the posts with a picture from which on it is the site's standard one.",
    }),
  },
  messages: {
    same: "{count|post} have the picture {picture}, of {total} with one; give each a picture of its own.",
  },

  *check(corpus, { posts, standard }) {
    const pictured = picturedPosts(corpus);
    const keyed = pictured.map((entry, index) => ({ entry, index, key: pictureKey(corpus, entry) }));
    const series = new Series(pictured.map(({ path }) => path));
    for (const [key, all] of groupsBy(keyed, (one) => one.key)) {
      // Translations of a post, and the issues of a series, share theirs on purpose.
      const own = series.beyondPattern(all.map(({ index }) => index));
      const count = series.countBeyondPattern(own);
      const [first, ...others] = own.flatMap((index) => pictured[index] ?? []);
      if (first === undefined || count < posts || all.length >= standard * pictured.length) continue;
      const data = { count, picture: excerpt(first.image.value), total: pictured.length };
      const related = othersOf([first, ...others], 0).map((entry) => ({
        place: placeIn(entry),
        message: "has it, too",
      }));
      yield { message: "same", data, at: placeIn(first), key, related, others: others.map(placeIn) };
    }
  },
});

const placeIn = (entry: Entry) => fieldPlace(entry, "image");

const picturedPosts = ({ site, entries }: Corpus): With<"image">[] =>
  entries.filter(
    (entry): entry is With<"image"> =>
      entry.edition === "source" &&
      (entry.image?.value ?? "") !== "" &&
      site?.isUnpublished(entry) !== true &&
      entry.incomplete !== true,
  );

/** What tells pictures apart; undefined where nothing can be told of one, or where it says that it stands for others. */
function pictureKey({ site }: Corpus, entry: With<"image">): string | undefined {
  const written = entry.image.value.trim();
  if (/\{[{%]/.test(written) || standIn.test(written)) return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(written)) return written.replace(/#.*$/s, "");
  const target = site?.resolve(entry, written);
  if (target?.kind === "static") return target.url;
  if (written.startsWith("/")) return written.replace(/[?#].*$/s, "");
  // A path beside a document names another file from each folder; themes look for some of them in one place for all.
  const folder = entry.path.replace(/[^/]*$/, "");
  return /(?:^|\/)_?index\.\w+$/.test(entry.path) || written.startsWith(".") ? `${folder}${written}` : written;
}

const standIn = /default|placeholder|fallback/i;
