import { links, type LinkRowsOf } from "#facts/markdown-links";
import { linkPlace, siteLinks } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { fieldPlace, type Place } from "#model/problem";
import type { LinkTarget } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Show only pictures that the site has.",
  severity: "error",
  presets: ["recommended", "strict", "seo"],
  facts: { links },
  messages: {
    missing: "There is no file for the picture {target}; add it, or correct the path.",
    field: "There is no file for the post's picture {target}; add it, or correct the path.",
    folder:
      "The site has no file in {folder}, where {count} pictures are looked for, this one among them; add the folder, or correct the paths.",
  },

  *check(corpus, _options, facts) {
    const missing = missingIn(corpus, facts.links);
    const absent = absentFolders(corpus, missing);
    const told = new Set<string>();
    for (const { message, target, at, lacks } of missing) {
      const folder = folderOf(target);
      const count = absent.get(folder);
      if (count === undefined) {
        yield { message, data: { target: excerpt(target) }, at, key: target, lacks };
      } else if (!told.has(folder)) {
        told.add(folder);
        const others = missing.flatMap((one) => (folderOf(one.target) === folder ? one.at : [])).slice(1);
        yield { message: "folder", data: { count, folder: excerpt(folder) }, at, key: folder, others };
      }
    }
  },
});

interface Missing {
  readonly message: "missing" | "field";
  readonly target: string;
  readonly at: Place;
  /** The URL path of the picture. */
  readonly lacks: string;
}

function missingIn(corpus: Corpus, rowsOf: LinkRowsOf): Missing[] {
  const inBodies = siteLinks(corpus, rowsOf).flatMap(({ entry, link, target }): Missing[] =>
    link.kind === "image" && isMissing(target)
      ? [{ message: "missing", target: link.target, at: linkPlace(entry, link), lacks: target.url }]
      : [],
  );
  const inFields = corpus.entries.flatMap((entry): Missing[] => {
    const target = entry.edition === "source" ? (entry.image?.value ?? "") : "";
    const lacks = lackingPicture(corpus, entry, target);
    return lacks === undefined ? [] : [{ message: "field", target, at: fieldPlace(entry, "image"), lacks }];
  });
  return [...inBodies, ...inFields];
}

/** Fewest pictures of a folder whose absence is one cause. */
const fewestOfFolder = 10;

/** The first folder of an absolute path; "" for other paths. */
const folderOf = (target: string): string => /^\/[^/?#]{1,200}\/(?=.)/.exec(target)?.[0] ?? "";

/** First folders of many missing pictures in which the site has no file at all: they are kept elsewhere, or were never added. */
function absentFolders({ site }: Corpus, missing: readonly Missing[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { target } of missing) counts.set(folderOf(target), (counts.get(folderOf(target)) ?? 0) + 1);
  const there = new Set<string>([""]);
  for (const { kind, url } of site?.pages.values() ?? []) if (kind === "static") there.add(folderOf(url));
  return new Map([...counts].filter(([folder, count]) => count >= fewestOfFolder && !there.has(folder)));
}

/** The URL path of a post's picture, where there is no file for it, neither from its own folder nor from that of the lists that show it. */
function lackingPicture({ site }: Corpus, entry: Entry, target: string): string | undefined {
  // Themes look for a bare name in places of their own.
  if (!/^(?:https?:)?\/|^\.\.?\//.test(target)) return undefined;
  const looked = [target, target.replace(/^(?:\.\.?\/)+/, "/")].map((path) => site?.resolve(entry, path));
  return looked.every(isMissing) ? looked[0]?.url : undefined;
}

/** An address with its host may be served by something else there: `link/absolute-self` asks to look at it. */
const isMissing = (target: LinkTarget | undefined) => target?.kind === "missing" && target.absolute !== true;
