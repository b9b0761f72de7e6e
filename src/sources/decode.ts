import { isUtf8 } from "node:buffer";
import type { Document } from "#model/document";
import { fromLatin1 } from "#text/windows-1252";

const bomLength = 3;

/** Largest document that is read, in bytes: a JSON index of 100,000 posts has about 40 MB. */
export const largestDocument = 64 * 1024 * 1024;

/** Sizes in bytes, of a file that is larger than what is read. A stream is read no further, so its size is not known. */
export interface TooLarge {
  readonly size?: number;
  readonly limit: number;
}

/**
 * Decodes a file as UTF-8, or as UTF-16 where its byte order mark says so. Never throws: bytes that are not UTF-8 are
 * read as windows-1252 where all of the file can be, else they become U+FFFD. `undecodable` says where the first is.
 * A file above the limit becomes a document without text that says so.
 *
 * @param path what the document is called in reports: POSIX, relative to the root of the run
 * @param limit in bytes
 */
export function decode(bytes: Uint8Array | TooLarge, path: string, limit = largestDocument): Document {
  if (!(bytes instanceof Uint8Array)) return { path, text: "", bom: false, tooLarge: bytes };
  if (bytes.length > limit) return { path, text: "", bom: false, tooLarge: { size: bytes.length, limit } };
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes);
    const at = text.indexOf("\ufffd");
    return { path, text, bom: true, ...(at < 0 ? {} : { undecodable: { at, guess: utf16.toUpperCase() } }) };
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = bom ? bytes.subarray(bomLength) : bytes;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  if (isUtf8(content)) return { path, text, bom };
  const at = firstReplacement(text, content);
  const guess = guessEncoding(text, at, content);
  // Where nothing beyond ASCII is UTF-8 the guess is safe, and dates and names can be read by it.
  const isGuessed = guess === windows1252 && !/[^\p{ASCII}\ufffd]/u.test(text);
  return {
    path,
    text: isGuessed ? fromLatin1(Buffer.from(content).toString("latin1")) : text,
    bom,
    undecodable: { at, guess },
  };
}

function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Offset in the text of the first U+FFFD that does not stand in the file as such. */
function firstReplacement(text: string, bytes: Uint8Array): number {
  let byteOffset = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf("\ufffd", from);
    if (at < 0) return text.length;
    byteOffset += Buffer.byteLength(text.slice(from, at));
    const stands = bytes[byteOffset] === 0xef && bytes[byteOffset + 1] === 0xbf && bytes[byteOffset + 2] === 0xbd;
    if (!stands) return at;
    byteOffset += 3;
    from = at + 1;
  }
}

const windows1252 = "windows-1252";

// Bytes that windows-1252 leaves undefined.
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** How much of a file the guess looks at, in bytes. */
const sampleLength = 65_536;

function guessEncoding(text: string, at: number, bytes: Uint8Array): string {
  if (/^\ufffd$/.test(text.slice(at))) return "UTF-8 cut off in the middle of a character";
  const sample = bytes.subarray(0, sampleLength);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros * 3 > sample.length) return "UTF-16 without a byte order mark";
  return sample.some((byte) => undefinedIn1252.has(byte)) ? "no known encoding" : windows1252;
}
