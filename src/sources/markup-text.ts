import type { Field } from "#model/field";
import type { Span } from "#model/span";

/** Most stretches of one text's map; past them the rest of the text stands for the rest of its place. */
const mostStretches = 100_000;

/** A text and where each part of it was read: the triples of `Field.map`, also where one would do. */
export interface PlacedText {
  readonly text: string;
  readonly map: readonly number[];
}

/** What takes a text in pieces, in the order of the document. */
export interface TextSink {
  /** A piece that stands in the document as it is. */
  plain(text: string, at: number): void;
  /** A piece that stands for a stretch of the document of another length. */
  escape(text: string, at: number, length: number): void;
  /** The end of a block: words on both sides are apart. */
  gap(): void;
}

/** Collects a text as it comes. */
export class TextWriter implements TextSink {
  readonly #parts: string[] = [];
  readonly #map: number[] = [];
  #length = 0;
  #isPlain = false;

  plain(text: string, at: number) {
    if (text === "") return;
    if (!this.#isPlain || this.end !== at) this.#open(at, text.length, true);
    else this.#extend(text.length);
    this.#push(text);
  }

  escape(text: string, at: number, length: number) {
    if (text === "") return;
    this.#open(at, length, text.length === length);
    this.#push(text);
  }

  gap() {}

  /** Where the last piece ended in the document; 0 before the first. */
  get end() {
    return (this.#map.at(-2) ?? 0) + (this.#map.at(-1) ?? 0);
  }

  get isEmpty() {
    return this.#length === 0;
  }

  finish(): PlacedText {
    return { text: this.#parts.join(""), map: this.#map };
  }

  #open(at: number, length: number, isPlain: boolean) {
    if (this.#map.length >= mostStretches * 3) {
      this.#isPlain = false;
      this.#extend(at + length - this.end);
      return;
    }
    this.#isPlain = isPlain;
    this.#map.push(this.#length, at, length);
  }

  #extend(by: number) {
    this.#map[this.#map.length - 1] = (this.#map.at(-1) ?? 0) + by;
  }

  #push(text: string) {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

// HTML's white space: a no-break space is a character like any other.
const isSpace = (text: string) => /^[ \t\n\f\r]+$/.test(text);
const foldable = / [ \t\n\f\r]+|[\t\n\f\r][ \t\n\f\r]*/g;

/** Collects a text as a browser shows it: white space folded to one space, none at the ends. */
export class FoldingWriter implements TextSink {
  readonly #writer = new TextWriter();
  readonly #betweenBlocks: string;
  #pending = "";
  #isWrittenSo = false;

  /** @param betweenBlocks what stands between two blocks: a space, or a line feed where paragraphs matter */
  constructor(betweenBlocks: " " | "\n" = " ") {
    this.#betweenBlocks = betweenBlocks;
  }

  plain(text: string, at: number) {
    let from = 0;
    for (const match of text.matchAll(foldable)) {
      this.#run(text.slice(from, match.index), at + from);
      this.#space();
      from = match.index + match[0].length;
    }
    this.#run(text.slice(from), at + from);
  }

  escape(text: string, at: number, length: number) {
    if (isSpace(text)) return this.#space();
    this.#flush(at);
    this.#writer.escape(text, at, length);
  }

  gap() {
    this.#pending = this.#betweenBlocks;
    this.#isWrittenSo = false;
  }

  finish = () => this.#writer.finish();

  #space(isWrittenSo = false) {
    if (this.#pending === "") this.#isWrittenSo = isWrittenSo;
    this.#pending ||= " ";
  }

  /** A text without white space but for single spaces. */
  #run(text: string, at: number) {
    const from = text.startsWith(" ") ? 1 : 0;
    if (from === 1) this.#space(true);
    const to = text.length > from && text.endsWith(" ") ? text.length - 1 : text.length;
    if (to > from) {
      this.#flush(at + from);
      this.#writer.plain(text.slice(from, to), at + from);
    }
    if (to < text.length) this.#space(true);
  }

  #flush(next: number) {
    if (this.#pending !== "" && !this.#writer.isEmpty) {
      const { end } = this.#writer;
      if (this.#isWrittenSo && next - end === 1) this.#writer.plain(this.#pending, end);
      else this.#writer.escape(this.#pending, end, next - end);
    }
    this.#pending = "";
  }
}

interface Stretch {
  readonly text: string;
  /** Offset in the placed text. */
  readonly from: number;
  /** Offset and length in the document. */
  readonly at: number;
  readonly length: number;
}

function* stretches({ text, map }: PlacedText): Generator<Stretch> {
  for (let index = 0; index < map.length; index += 3) {
    const [from = 0, at = 0, length = 0, next = text.length] = map.slice(index, index + 4);
    yield { text: text.slice(from, next), from, at, length };
  }
}

const isPlain = (stretch: Stretch) => stretch.text.length === stretch.length;

/**
 * Writes a text that stands for a part of a stretch. Stretches stay apart, since a folded line break is one character
 * like the space that stands for it, but not the same.
 *
 * @param from offset in the placed text where the part starts
 */
function writePart(stretch: Stretch, from: number, text: string, sink: TextSink) {
  if (isPlain(stretch)) sink.escape(text, stretch.at + from - stretch.from, text.length);
  else sink.escape(text, stretch.at, stretch.length);
}

/** A part of a placed text, by offsets in it; `to` is exclusive. */
export function sliceText(placed: PlacedText, from: number, to: number): PlacedText {
  const writer = new TextWriter();
  for (const stretch of stretches(placed)) {
    const start = Math.max(from, stretch.from);
    const end = Math.min(to, stretch.from + stretch.text.length);
    if (start < end) writePart(stretch, start, placed.text.slice(start, end), writer);
  }
  return writer.finish();
}

/**
 * Leads a text that was read out of another text back to the document.
 *
 * @param inner a text whose map points into `outer.text`
 * @param outer a text whose map points into the document
 */
export function throughText(inner: PlacedText, outer: PlacedText): PlacedText {
  const writer = new TextWriter();
  const steps = [...stretches(outer)];
  let step = 0;
  for (const stretch of stretches(inner)) {
    const end = stretch.at + stretch.length;
    while (step + 1 < steps.length && (steps[step + 1]?.from ?? 0) <= stretch.at) step += 1;
    let last = step;
    while (last + 1 < steps.length && (steps[last + 1]?.from ?? 0) < end) last += 1;
    const parts = steps.slice(step, last + 1);
    if (isPlain(stretch)) copyPlain(stretch, parts, writer);
    else copyEscape(stretch, parts, writer);
  }
  return writer.finish();
}

/** Each character of a plain stretch of the inner text stands where its character of the outer text stands. */
function copyPlain(stretch: Stretch, parts: readonly Stretch[], sink: TextSink) {
  for (const part of parts) {
    const start = Math.max(part.from, stretch.at);
    const end = Math.min(part.from + part.text.length, stretch.at + stretch.length);
    if (start < end) writePart(part, start, stretch.text.slice(start - stretch.at, end - stretch.at), sink);
  }
}

/** An escape of the inner text stands for all of the document that its characters were read from. */
function copyEscape(stretch: Stretch, parts: readonly Stretch[], sink: TextSink) {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return;
  const at = isPlain(first) ? first.at + stretch.at - first.from : first.at;
  const end = isPlain(last) ? last.at + stretch.at + stretch.length - last.from : last.at + last.length;
  sink.escape(stretch.text, at, end - at);
}

/** A placed text as a field; an empty one is none. */
export function toField({ text, map }: PlacedText): Field | undefined {
  if (text === "") return undefined;
  const span = { start: map[1] ?? 0, end: (map.at(-2) ?? 0) + (map.at(-1) ?? 0) };
  return map.length === 3 && map[2] === text.length ? { value: text, span } : { value: text, span, map };
}

/** A part of a field as a field of its own, by offsets in its value. */
export function partOfField(field: Field, { start, end }: Span): Field | undefined {
  return toField(
    sliceText({ text: field.value, map: field.map ?? [0, field.span.start, field.value.length] }, start, end),
  );
}
