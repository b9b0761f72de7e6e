import { frontMatterKeys, keysOf } from "#facts/front-matter-keys";
import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { knownFrontMatterKeys } from "#text/front-matter-keys";
import { sectionsOf } from "#text/section";
import { isTypingSlip } from "#text/typing-slips";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Spell the keys of front matter as generators and themes know them.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    known: list({ default: [], description: "Keys that this site's templates read, beside those in general use." }),
  },
  messages: {
    slip: "Key “{key}” is not one that generators read; did you mean “{name}”?",
  },
  facts: { frontMatterKeys },

  *check({ entries, site }, { known }, facts) {
    const names = [...knownFrontMatterKeys, ...known];
    const slips = new Map<string, string | undefined>();
    const slipAs = (key: string) => {
      if (!slips.has(key)) slips.set(key, slipOf(key, names));
      return slips.get(key);
    };
    const sources = entries.filter(({ edition }) => edition === "source");
    const keysIn = (entry: Entry) => keysOf(facts.frontMatterKeys(entry));
    const uses = usesOf(sources, keysIn);
    for (const section of sectionsOf(sources)) {
      for (const { entry, key, name } of suspectsIn(section, keysIn, slipAs)) {
        const isOwn = isHabitual(key.value, uses) || isOfScript(key.value, name, site?.model.generator);
        if (isOwn && !uses.has(name.toLowerCase())) continue;
        const at = { path: entry.path, span: key.span, anchor: `key:${key.value}`, entry };
        yield { message: "slip", data: { key: excerpt(key.value), name }, at, key: key.value };
      }
    }
  },
});

type KeysIn = (entry: Entry) => readonly Field[];

/** How many documents have each key, in small letters. */
function usesOf(sources: readonly Entry[], keysIn: KeysIn): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const entry of sources) {
    for (const key of new Set(keysIn(entry).map(({ value }) => value.toLowerCase()))) {
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  }
  return uses;
}

/** Whether several documents of the site have a key, whatever their folders. */
const isHabitual = (key: string, uses: ReadonlyMap<string, number>): boolean =>
  (uses.get(key.toLowerCase()) ?? 0) > mostSlips;

/** Whether a key has the words of the other in the way of JavaScript, whose templates read what the site names: `featuredImage`. */
const isOfScript = (key: string, name: string, generator?: string): boolean =>
  (generator === "eleventy" || generator === "astro") &&
  /^[a-z]+(?:[A-Z][a-z]+)+$/.test(key) &&
  wordsOf(key).join(" ") === wordsOf(name).join(" ");

/** The keys of a section that nearly are known ones, without those that are its habit and so are read by something. */
function suspectsIn(section: readonly Entry[], keysIn: KeysIn, slipAs: (key: string) => string | undefined) {
  const all = new Set<string>();
  const found = section.flatMap((entry) => {
    const keys = keysIn(entry);
    const own = new Set(keys.map(({ value }) => value.toLowerCase()));
    for (const key of own) all.add(key);
    return keys.flatMap((key) => {
      const name = slipAs(key.value);
      // Where the right key stands beside it, the other one is meant to be another.
      return name === undefined || own.has(name.toLowerCase()) ? [] : [{ entry, key, name }];
    });
  });
  const uses = new Map<string, number>();
  for (const { key } of found) uses.set(key.value, (uses.get(key.value) ?? 0) + 1);
  return found.filter(({ key, name }) => {
    const most = all.has(name.toLowerCase()) ? Math.max(mostSlips, section.length * habit) : mostSlips;
    return (uses.get(key.value) ?? 0) <= most;
  });
}

/**
 * A slip is copied from post to post now and then; a key that more documents and a larger share of them have is meant, and
 * so is one that more have where none has the right key.
 */
const mostSlips = 3;
const habit = 0.1;

/** The known key that one is a slip of; undefined for a known one, and for one that is nothing like any. */
function slipOf(key: string, names: readonly string[]): string | undefined {
  // Hugo reads keys in any case.
  const folded = key.toLowerCase();
  if (names.some((name) => name.toLowerCase() === folded)) return undefined;
  return names.find(
    (name) => isTypingSlip(key, name) && !isExtended(folded, name.toLowerCase()) && !isOtherWord(key, name),
  );
}

/** Whether one of several words is another one, and no slip by itself: `video_title` and `hide_title` are two keys. */
function isOtherWord(key: string, name: string): boolean {
  const [own, known] = [wordsOf(key), wordsOf(name)];
  if (own.length < 2 || own.length !== known.length) return false;
  return own.some((word, index) => word !== known[index] && !isTypingSlip(word, known[index] ?? ""));
}

const wordsOf = (key: string): string[] =>
  key
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .toLowerCase()
    .split(/[_.\s-]+/);

/** Whether a word was added to a key: `redirect` and `redirect_to` are two keys. */
const isExtended = (a: string, b: string) => Math.abs(a.length - b.length) > 1 && (a.startsWith(b) || b.startsWith(a));
