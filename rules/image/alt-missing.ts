import { links, linksOf, type Link, type LinkRowsOf } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { lackingOf } from "#text/habit";
import { sectionOf } from "#text/section";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Say in words what a picture shows.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  options: {
    allowEmpty: boolean({
      default: false,
      description: 'Takes `![](picture.png)` for a picture that only adorns the page. `alt=""` in HTML always does.',
    }),
    each: boolean({
      default: false,
      description: "Reports each picture without a text, also where the site has no habit of writing them.",
    }),
  },
  optionsByPath: ["allowEmpty"],
  messages: {
    missing: "The picture {target} has no alternative text; say what it shows.",
    unusual:
      "{lacking} of {total|picture} have no alternative text, this one among them; start with those that say what the prose does not.",
  },

  *check(corpus, { each }, facts, { optionsAt }) {
    const pictures = picturesOf(corpus, facts.links, (path) => optionsAt(path).allowEmpty);
    const { asked, unusual, total } = each
      ? { asked: pictures.filter(({ has }) => !has), unusual: [], total: 0 }
      : lackingOf(pictures, hasText, ({ entry }) => sectionOf(entry));
    for (const { entry, link } of asked) {
      yield {
        message: "missing",
        data: { target: excerpt(shortName(link.target)) },
        at: linkPlace(entry, link),
        key: link.target,
      };
    }
    const [at, ...others] = unusual.map(({ entry, link }) => linkPlace(entry, link));
    if (at === undefined) return;
    yield { message: "unusual", data: { lacking: unusual.length, total }, at, key: "habit", others };
  },
});

/** A picture that should have an alternative text. */
interface Picture {
  readonly entry: Entry;
  readonly link: Link;
  readonly has: boolean;
}

const hasText = ({ has }: Picture) => has;

/** The pictures of the sources, without those that are said to adorn the page only. */
function picturesOf({ entries }: Corpus, rowsOf: LinkRowsOf, allowsEmpty: (path: string) => boolean) {
  const pictures: Picture[] = [];
  for (const entry of entries) {
    if (entry.edition !== "source") continue;
    const allowEmpty = allowsEmpty(entry.path);
    for (const link of linksOf(rowsOf(entry))) {
      const isMarkdown = link.form === "inline" || link.form === "reference";
      const isAdornment = link.text === "" && (!isMarkdown || allowEmpty);
      if (link.kind === "image" && !isAdornment)
        pictures.push({ entry, link, has: link.text !== null && link.text !== "" });
    }
  }
  return pictures;
}

/** A data URL is no name for people. */
const shortName = (target: string) => (target.startsWith("data:") ? "in the text" : target);
