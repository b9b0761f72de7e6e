import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { isListPage } from "#text/list-page";
import { dateInFileName } from "#text/path-dates";
import { peersOf } from "#text/peers";

/** Fewest entries of a document from which one without a date stands out, and the share of them that must have one. */
const fewest = 3;
const leastShare = { list: 0.5, files: 0.7 } as const;

export default defineRule({
  on: "corpus",
  summary: "Give a post its date where the others have one.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    always: boolean({ default: false, description: "Asks for a date even where most entries have none." }),
  },
  messages: {
    missing: "{dated} of {total|entry|entries} here have a date; this one has none.",
    required: "Entry has no date; write when it was published.",
  },

  *check({ entries }, { always }) {
    for (const peers of peersOf(entries.filter(({ path, incomplete }) => !isListPage(path) && incomplete !== true))) {
      const undated = peers.filter((entry) => !isDated(entry));
      const dated = peers.length - undated.length;
      const least = peers.some(({ edition }) => edition === "source") ? leastShare.files : leastShare.list;
      if (!always && (peers.length < fewest || dated <= least * peers.length)) continue;
      for (const entry of undated) {
        if (entry.draft?.value === true) continue;
        const at = placeOf(entry);
        if (always) yield { message: "required", data: {}, at, key: "published" };
        else if (!isIndex(entry))
          yield { message: "missing", data: { dated, total: peers.length }, at, key: "published" };
      }
    }
  },
});

/** Whether a file stands for its folder: beside posts it is a list of them. */
const isIndex = ({ path, edition }: Entry): boolean =>
  edition === "source" && /(?:^|\/)(?:index|readme)\.\w+$/i.test(path);

/** Jekyll, Hugo, Eleventy and others read the date of a post from the name of its file. */
const isDated = ({ published, edition, path }: Entry): boolean =>
  (published?.value.trim() ?? "") !== "" || (edition === "source" && dateInFileName(path) !== undefined);
