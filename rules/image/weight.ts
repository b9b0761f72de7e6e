import { links, type LinkRowsOf } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import { fieldPlace, type Place } from "#model/problem";
import type { LinkTarget } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { range } from "#rule-kit/options";
import { byKey } from "#text/groups";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Keep pictures small enough to load fast.",
  severity: "info",
  presets: ["strict"],
  facts: { links },
  readsPictureSizes: true,
  options: {
    kilobytes: range({
      default: { min: 300, max: 1000 },
      description: "Kilobytes above which a picture is told, and above which it is far too large.",
    }),
  },
  messages: {
    heavy: "The picture {target} has {kilobytes} KB; make it smaller than {limit} KB.",
    huge: "The picture {target} has {kilobytes} KB, which takes seconds to load on a phone; scale it to the width that it is shown at, and make it smaller than {limit} KB.",
    animation: "The animation {target} has {kilobytes} KB; a video of it needs a tenth of that.",
  },

  *check(corpus, { kilobytes: { min, max } }, facts) {
    for (const [url, [first, ...others]] of byKey(picturesIn(corpus, facts.links), (one) => one.url)) {
      if (first === undefined) continue;
      const isAnimation = /\.gif$/i.test(url);
      if (first.bytes <= (isAnimation ? max : min) * 1000) continue;
      const data = { target: excerpt(first.target), kilobytes: Math.ceil(first.bytes / 1000), limit: min };
      const message = isAnimation ? "animation" : first.bytes > max * 1000 ? "huge" : "heavy";
      // A picture is mended once, however many documents show it.
      yield { message, data, at: first.at, key: url, others: others.map(({ at }) => at) };
    }
  },
});

/** A picture that a document shows, with the size of its file. */
interface Picture {
  readonly url: string;
  readonly file: string;
  readonly target: string;
  readonly bytes: number;
  readonly at: Place;
}

/** The pictures of published documents whose files are served as they are. */
function picturesIn(corpus: Corpus, rowsOf: LinkRowsOf): Picture[] {
  const { site, entries } = corpus;
  if (site === undefined) return [];
  const { model, pages } = site;
  const { pictureSizes = {}, ownFigures } = model;
  const shown = (target: LinkTarget, written: string, at: Place): Picture[] => {
    const file = target.kind === "static" ? (pages.get(target.url)?.file ?? "") : "";
    const bytes = pictureSizes[file];
    return bytes === undefined || at.entry === undefined || site.isUnpublished(at.entry)
      ? []
      : [{ url: target.url, file, target: written, bytes, at }];
  };
  const inBodies = siteLinks(corpus, rowsOf).flatMap(({ entry, link, target }) => {
    const isMade = link.form === "shortcode" && ownFigures === true;
    return link.kind === "image" && !isMade ? shown(target, link.target, linkPlace(entry, link)) : [];
  });
  const inFields = entries.flatMap((entry) => {
    const written = entry.edition === "source" ? (entry.image?.value ?? "") : "";
    return written === "" ? [] : shown(site.resolve(entry, written), written, fieldPlace(entry, "image"));
  });
  // Themes of Hugo scale the picture of a post where it lies beside it.
  const scaled = new Set(model.generator === "hugo" ? model.contentAssets : []);
  return [...inBodies, ...inFields.filter(({ file }) => !scaled.has(file))];
}
