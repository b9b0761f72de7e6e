import { upperBytes } from "./windows-1252.ts";

/** A part of a text that was UTF-8 and was read as Windows-1252, perhaps more than once. */
export interface Garbled {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** What the part reads when its bytes are decoded as UTF-8. */
  readonly reads: string;
}

/** One character of UTF-8 that stands in a text as two to four characters. */
interface Sequence extends Garbled {
  /** Whether no ordinary text holds these characters in a row. */
  readonly isCertain: boolean;
}

const byteOfCodePoint = new Map(upperBytes.map((codePoint, index) => [codePoint, 0x80 + index]));

const mostRounds = 3;

/**
 * The garbled parts of a text, proven by decoding: their characters are bytes of Windows-1252 that form valid UTF-8.
 *
 * Some ordinary text passes that proof by chance ("é" before a no-break space and "»" is a Chinese character), so a
 * part counts only where it can hardly be text (it decodes to Latin-1 letters, punctuation, symbols or emoji), where
 * several characters stand in a row, or, for other Latin letters, inside of a word or of a text that is garbled anyway.
 */
export function findGarbled(text: string): Garbled[] {
  const sequences = sequencesIn(text);
  const isGarbled = sequences.some((sequence) => sequence.isCertain);
  return joinNeighbours(sequences)
    .filter((run) => run.length > 1 || run.some((one) => one.isCertain || isLatinLetter(text, one, isGarbled)))
    .map((run) => ({
      start: run[0]?.start ?? 0,
      end: run.at(-1)?.end ?? 0,
      reads: decodeAgain(run.map(({ reads }) => reads).join("")),
    }))
    .filter(({ reads }) => !controls.test(reads));
}

/** Control characters, which no one wrote. */
const controls = /\p{Cc}/u;

/** Decodes what is still garbled after decoding: "Ã¢â‚¬â„¢" is "â€™" is "’". */
function decodeAgain(text: string): string {
  let decoded = text;
  for (let round = 1; round < mostRounds; round++) {
    const sequences = sequencesIn(decoded);
    if (sequences.length === 0 || !sequences.some((sequence) => sequence.isCertain)) break;
    decoded = replaceParts(decoded, sequences);
  }
  return decoded;
}

/** A text with its garbled parts decoded. */
export function replaceParts(text: string, parts: readonly Garbled[]): string {
  let result = "";
  let end = 0;
  for (const part of parts) {
    result += text.slice(end, part.start) + part.reads;
    end = part.end;
  }
  return result + text.slice(end);
}

const lead = /[\u00c2-\u00f4]/g;

function sequencesIn(text: string): Sequence[] {
  const found: Sequence[] = [];
  lead.lastIndex = 0;
  for (let match = lead.exec(text); match !== null; match = lead.exec(text)) {
    const sequence = sequenceAt(text, match.index);
    if (sequence === undefined) continue;
    found.push(sequence);
    lead.lastIndex = sequence.end;
  }
  return found;
}

/** Reads one UTF-8 character from the Windows-1252 characters at an offset. */
function sequenceAt(text: string, start: number): Sequence | undefined {
  const first = text.charCodeAt(start);
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let codePoint = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = byteOf(text.charCodeAt(start + i));
    if (byte === undefined || byte > 0xbf) return undefined;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (!isWellFormed(codePoint, length)) return undefined;
  const end = start + length;
  return { start, end, reads: String.fromCodePoint(codePoint), isCertain: isCertain(text, start, end, codePoint) };
}

/** The byte from 0x80 that a character is in Windows-1252, or undefined. */
const byteOf = (code: number): number | undefined =>
  code >= 0x80 && code <= 0xff ? code : byteOfCodePoint.get(Number.isNaN(code) ? -1 : code);

const leastByLength = [0, 0, 0x80, 0x800, 0x10000];

const isWellFormed = (codePoint: number, length: number) =>
  codePoint >= (leastByLength[length] ?? 0) && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);

/** Punctuation and symbols, emoji, and the marks that decoders leave. */
const signs = /[\u2000-\u2bff\ufeff\ufffd\u{1f000}-\u{1faff}]|\p{Variation_Selector}/u;

/** Whether a decoded character proves by itself that the text is garbled. */
function isCertain(text: string, start: number, end: number, codePoint: number): boolean {
  if (codePoint > 0xff) return signs.test(String.fromCodePoint(codePoint));
  // "MAÇÃ”" is a Portuguese word in capitals before a quote.
  return !/\p{Lu}/u.test(text[start - 1] ?? "") || /\p{L}/u.test(text[end] ?? "");
}

/** Latin letters beyond Latin-1, whose garbled form stands between letters: "BÅ‚ad" is "Bład". */
const isLatinLetter = (text: string, { start, end, reads }: Sequence, isGarbled: boolean): boolean =>
  /^\p{Script=Latin}$/u.test(reads) &&
  (isGarbled || (/\p{L}/u.test(text[start - 1] ?? "") && /\p{Ll}/u.test(text[end] ?? "")));

function joinNeighbours(sequences: readonly Sequence[]): Sequence[][] {
  const runs: Sequence[][] = [];
  for (const sequence of sequences) {
    const last = runs.at(-1);
    if (last?.at(-1)?.end === sequence.start) last.push(sequence);
    else runs.push([sequence]);
  }
  return runs;
}
