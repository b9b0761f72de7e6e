import { damagedPassages } from "#facts/damaged-passages";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import { partPlace } from "#model/problem";
import { fieldLabel, textFields, type NamedField } from "#model/text-fields";
import { defineRule } from "#rule-kit/define-rule";
import { findGarbled } from "#text/mojibake";
import { isAboutEncodings, isQuoted } from "#text/subject-hints";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Write every character as itself: no text that was decoded with the wrong encoding.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    garbled: "{field} was decoded with the wrong encoding: write “{reads}” for “{found}”.",
    several: "{field} was decoded with the wrong encoding in {count|place}: write “{reads}” for “{found}”, and so on.",
    lost: "{field} has {count|character} that decoding has lost (U+FFFD “\uFFFD”): write what stood there.",
  },

  facts: { damagedPassages },

  *check(corpus, _options, facts) {
    for (const entry of legibleEntries(corpus)) {
      if (isAboutEncodings(`${entry.title?.value ?? ""} ${entry.summary?.value ?? ""}`)) continue;
      for (const named of textFields(entry, ["title", "summary", "author", "tags", "slug", "content"])) {
        yield* garbledIn(entry, named);
        yield* lostIn(entry, named);
      }
      for (const field of facts.damagedPassages(entry)) {
        yield* garbledIn(entry, { name: "content", field });
        yield* lostIn(entry, { name: "content", field });
      }
    }
  },
});

/** Entries of documents that are valid UTF-8; what decoding lost in the others is said by `parse/encoding`. */
const legibleEntries = ({ documents }: Corpus): Entry[] =>
  documents.flatMap(({ entries, failures }) => (failures.some(({ kind }) => kind === "encoding") ? [] : entries));

function* garbledIn(entry: Entry, { name, field }: NamedField) {
  const parts = findGarbled(field.value).filter(
    ({ start, end, reads }) => !reads.includes("\uFFFD") && !isQuoted(field.value, start, end),
  );
  const [first] = parts;
  if (first === undefined) return;
  const data = {
    field: fieldLabel(name),
    found: excerpt(field.value.slice(first.start, first.end)),
    reads: excerpt(first.reads),
  };
  const rest = {
    at: partPlace(entry, name, field, first.start, first.end),
    key: `encoding ${name === "tags" ? field.value : name}`,
    fix: {
      safety: "safe",
      description: "Decode the characters as UTF-8.",
      edits: parts.map((part) => ({ span: spanWithin(field, part.start, part.end), text: part.reads })),
    },
  } as const;
  yield parts.length === 1
    ? { message: "garbled" as const, data, ...rest }
    : { message: "several" as const, data: { ...data, count: parts.length }, ...rest };
}

function* lostIn(entry: Entry, { name, field }: NamedField) {
  const found = [...field.value.matchAll(/\uFFFD+|ï¿½/g)];
  const [first] = found;
  if (first === undefined || isQuoted(field.value, first.index, first.index + first[0].length)) return;
  yield {
    message: "lost" as const,
    data: { field: fieldLabel(name), count: found.reduce((sum, [text]) => sum + lostCharacters(text), 0) },
    at: partPlace(entry, name, field, first.index, first.index + first[0].length),
    key: `lost ${name === "tags" ? field.value : name}`,
  };
}

const lostCharacters = (text: string) => (text.startsWith("ï") ? 1 : text.length);
