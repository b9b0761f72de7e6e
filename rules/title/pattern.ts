import { entryWith, type With } from "#model/post";
import { fieldPlace, partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean, text } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { groupsBy } from "#text/groups";
import { titleSuffix } from "#text/title-suffix";
import { isHome } from "#text/urls";

export default defineRule({
  on: "corpus",
  summary: "Let titles end the way that the site's other titles do.",
  severity: "info",
  presets: ["strict", "seo"],
  options: {
    exact: text({ default: "", description: "Ending of every title, with its separator; empty to learn it." }),
    forbid: text({ default: "", description: "Ending that no title may have: the theme adds it." }),
    learn: boolean({ default: true, description: "Whether to learn the ending from the titles." }),
  },
  messages: {
    missing: "{agreeing} of {total|title} end in “{suffix}”; this one does not.",
    separator: "{agreeing} of {total|title} end in “{suffix}”; this one is set off by “{separator}”.",
    required: "Title does not end in “{suffix}”; add it.",
    forbidden: "Title ends in “{suffix}”, which the theme adds; drop it.",
  },

  *check({ posts }, { exact, forbid, learn }) {
    const titled = posts.flatMap((post) => entryWith(post, "title") ?? []).filter((entry) => !isHome(entry));
    for (const entry of titled) {
      const title = entry.title.value.trimEnd();
      if (exact !== "" && !title.endsWith(exact)) {
        yield { message: "required", data: { suffix: exact }, at: fieldPlace(entry, "title"), key: "suffix" };
      } else if (forbid !== "" && title.endsWith(forbid)) {
        const at = partPlace(entry, "title", entry.title, title.length - forbid.length, title.length);
        yield { message: "forbidden", data: { suffix: forbid }, at, key: "suffix" };
      }
    }
    if (learn && exact === "" && forbid === "") yield* exceptions(titled);
  },
});

/** What speaks against the ending that most titles have. Each edition has its own: the theme adds one to pages only. */
function* exceptions(titled: readonly With<"title">[]) {
  for (const entries of groupsBy(titled, ({ edition }) => edition).values()) {
    const endings = entries.map((entry) => ({ entry, ending: titleSuffix(entry.title.value) }));
    const learned = learnConvention(endings.map(({ ending }) => ending && ending.separator + ending.name));
    if (learned === undefined) continue;
    const { value: suffix, agreeing, total } = learned;
    for (const { entry, ending } of endings) {
      if (ending !== undefined && ending.separator + ending.name === suffix) continue;
      const data = { agreeing, total, suffix };
      if (ending === undefined || !suffix.endsWith(ending.name)) {
        yield { message: "missing" as const, data, at: fieldPlace(entry, "title"), key: "suffix" };
        continue;
      }
      const { start, separator } = ending;
      const at = partPlace(entry, "title", entry.title, start, start + separator.length);
      yield { message: "separator" as const, data: { ...data, separator: separator.trim() }, at, key: "suffix" };
    }
  }
}
