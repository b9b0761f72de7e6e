import { frontMatterKeys, isOfArticle } from "#facts/front-matter-keys";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { entryWith, type With } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { choice } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { commonWords, titleCase, type TitleCase } from "#text/title-case";

export default defineRule({
  on: "corpus",
  summary: "Write all titles in title case, or all in sentence case.",
  severity: "info",
  presets: ["editorial"],
  options: {
    style: choice({
      of: ["learned", "title", "sentence"],
      default: "learned",
      description: "The case of titles; `learned` is the one that most of them have.",
    }),
  },
  messages: {
    learned: "{agreeing} of {total|title} with a clear case are in {style} case; this one is in {own} case.",
    fixed: "Title is in {own} case; write it in {style} case.",
  },

  facts: { frontMatterKeys },

  *check(corpus, { style }, facts) {
    // A post that speaks of an article elsewhere has its title, as it is.
    const titles = judgedTitles(corpus, (entry) => !isOfArticle(facts.frontMatterKeys(entry)));
    const learned = style === "learned" ? learnConvention(titles.map(({ own }) => own)) : undefined;
    const wanted = style === "learned" ? learned?.value : style;
    if (wanted === undefined || wanted === "mixed") return;
    for (const { entry, own } of titles) {
      if (own === "mixed" || own === wanted) continue;
      const at = fieldPlace(entry, "title");
      if (learned === undefined) yield { message: "fixed", data: { own, style: wanted }, at, key: "case" };
      else {
        const { agreeing, total } = learned;
        yield { message: "learned", data: { agreeing, total, style: wanted, own }, at, key: "case" };
      }
    }
  },
});

/** The titles that have enough words to show a case, and that case. */
function judgedTitles(
  { posts, entries }: Corpus,
  isOwn: (entry: Entry) => boolean,
): { entry: With<"title">; own: TitleCase }[] {
  const common = commonWords(entries.flatMap(({ title, summary }) => [title?.value ?? "", summary?.value ?? ""]));
  return posts
    .flatMap((post) => entryWith(post, "title") ?? [])
    .flatMap((entry) => {
      const own = titleCase(entry.title.value, common);
      return own === undefined || !isOwn(entry) ? [] : { entry, own };
    });
}
