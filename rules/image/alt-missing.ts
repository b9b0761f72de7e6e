import { links, linksOf, type Link, type LinkRow } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
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
  messages: {
    missing: "The picture {target} has no alternative text; say what it shows.",
    unusual:
      "{lacking} of {total|picture} have no alternative text, this one among them; start with those that say what the prose does not.",
  },

  *check(corpus, { allowEmpty, each }, facts) {
    const { asked, unusual, total } = lackingOf(picturesOf(corpus, facts.links, allowEmpty), each);
    for (const { entry, link } of asked) {
      yield {
        message: "missing",
        data: { target: excerpt(shortName(link.target)) },
        at: linkPlace(entry, link),
        key: link.target,
      };
    }
    const [first] = unusual;
    if (first === undefined) return;
    const at = linkPlace(first.entry, first.link);
    yield { message: "unusual", data: { lacking: unusual.length, total }, at, key: "habit" };
  },
});

/** A picture that should have an alternative text. */
interface Picture {
  readonly entry: Entry;
  readonly link: Link;
  readonly has: boolean;
}

/** The pictures of the sources, without those that are said to adorn the page only. */
function picturesOf({ entries }: Corpus, rowsOf: (entry: Entry) => readonly LinkRow[] | null, allowEmpty: boolean) {
  const pictures: Picture[] = [];
  for (const entry of entries) {
    if (entry.edition !== "source") continue;
    for (const link of linksOf(rowsOf(entry))) {
      const isMarkdown = link.form === "inline" || link.form === "reference";
      const isAdornment = link.text === "" && (!isMarkdown || allowEmpty);
      if (link.kind === "image" && !isAdornment)
        pictures.push({ entry, link, has: link.text !== null && link.text !== "" });
    }
  }
  return pictures;
}

/**
 * Pictures without a text: those that stand out, because their section or the site has the habit of texts or because they
 * are few; and those of sections without the habit, which have one cause.
 */
function lackingOf(pictures: readonly Picture[], each: boolean) {
  const sections = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const name = sectionOf(picture.entry);
    const section = sections.get(name);
    if (section === undefined) sections.set(name, [picture]);
    else section.push(picture);
  }
  const lacking = pictures.filter(({ has }) => !has);
  const isAsked = each || isHabit(pictures) || lacking.length < quorum.members;
  const asking = new Set([...sections].flatMap(([name, section]) => (isAsked || isHabit(section) ? [name] : [])));
  const [asked, unusual]: [Picture[], Picture[]] = [[], []];
  for (const one of lacking) (asking.has(sectionOf(one.entry)) ? asked : unusual).push(one);
  const others = pictures.filter(({ entry }) => !asking.has(sectionOf(entry)));
  return { asked, unusual, total: others.length };
}

const isHabit = (pictures: readonly Picture[]) => learnConvention(pictures.map(({ has }) => has))?.value === true;

/** A data URL is no name for people. */
const shortName = (target: string) => (target.startsWith("data:") ? "in the text" : target);
