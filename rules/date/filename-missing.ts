import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { dateIn, dayText } from "#text/entry-dates";
import { isListPage } from "#text/list-page";

export default defineRule({
  on: "corpus",
  summary: "Start the name of a post's file with its date where the build asks for it.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "Jekyll: Posts", url: "https://jekyllrb.com/docs/posts/#creating-posts", read: "2026-11-23" }],
  messages: {
    missing:
      "Never published: the build passes over posts whose file names have no date; name it “{name}”, or move it to the drafts.",
  },

  *check({ entries, site }) {
    const sources = entries.filter(({ edition, path }) => edition === "source" && !isNoPost(path));
    const passedOver = sources.filter((entry) => site?.isPassedOver(entry) === true);
    const folders = new Set(passedOver.map(folderOf));
    const posts = sources.filter((entry) => folders.has(folderOf(entry)));
    // Where they are most of them, something else makes pages of them.
    if (passedOver.length * 2 > posts.length) return;
    for (const entry of passedOver) {
      if (entry.draft?.value === true) continue;
      yield { message: "missing", data: { name: nameOf(entry) }, at: placeOf(entry), key: "name" };
    }
  },
});

const folderOf = ({ path }: Entry) => path.slice(0, path.lastIndexOf("/") + 1);

/** What lies among posts to say how they are written, or to list them. */
const isNoPost = (path: string) => isListPage(path) || /(?:^|\/)(?:index|readme|_?template)\.\w+$/i.test(path);

function nameOf({ path, published }: Entry): string {
  const date = dateIn(published);
  return `${date === undefined ? "YYYY-MM-DD" : dayText(date)}-${path.slice(path.lastIndexOf("/") + 1)}`;
}
