/** How many units from a line's start are hashed, so that equal lines in other surroundings differ. */
const window = 100;
const factor = 37;
const endOfText = 0xffff;
const two32 = 2 ** 32;

/** A number modulo 2^64 in two halves of 32 bits: what the steps below compute stays below 2^53, so it is exact. */
interface Long {
  high: number;
  low: number;
}

/**
 * The hash of each line by which GitHub code scanning knows an alert again (`primaryLocationLineHash`), as GitHub's own
 * uploader computes it. Over UTF-16 units, spaces and tabs dropped, CR and CRLF read as LF, 0xFFFF and 100 zeros
 * appended: the polynomial hash (factor 37, modulo 2^64) of the 100 units from the line's first kept unit, in hex, then
 * `:k` for the k-th line of the text with that hash.
 *
 * @param text the document's text as its bytes have it, with its byte order mark
 * @returns the hashes in the order of the lines
 */
export function lineHashes(text: string): string[] {
  const { units, starts } = keptUnits(text);
  const counts = new Map<string, number>();
  const hash: Long = { high: 0, low: 0 };
  for (let unit = 0; unit < window; unit++) shift(hash, units[unit] ?? 0, 0);

  let at = 0;
  return starts.map((start) => {
    for (; at < start; at++) shift(hash, units[at + window] ?? 0, units[at] ?? 0);
    const hex = toHex(hash);
    const count = (counts.get(hex) ?? 0) + 1;
    counts.set(hex, count);
    return `${hex}:${count}`;
  });
}

/** The units that are hashed, and where in them each line starts. The end of the text is a line's first unit too. */
function keptUnits(text: string) {
  const units = new Uint16Array(text.length + 1);
  const starts: number[] = [];
  let length = 0;
  let isLineStart = true;
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? endOfText : text.charCodeAt(at);
    const isSecondOfCrLf = unit === 0x0a && text.charCodeAt(at - 1) === 0x0d;
    if (unit === 0x20 || unit === 0x09 || isSecondOfCrLf) continue;
    if (isLineStart) starts.push(length);
    isLineStart = unit === 0x0a || unit === 0x0d;
    units[length++] = isLineStart ? 0x0a : unit;
  }
  return { units: units.subarray(0, length), starts };
}

/** 37^100 modulo 2^64: what a unit has grown to when it leaves the window. */
const grown: Long = { high: 0, low: 1 };
for (let time = 0; time < window; time++) multiply(grown, factor);

/** Moves the window by one unit: hash = hash · 37 + entering − leaving · 37^100. */
function shift(hash: Long, entering: number, leaving: number) {
  multiply(hash, factor);
  add(hash, 0, entering);
  if (leaving === 0) return;
  const product = { ...grown };
  multiply(product, leaving);
  add(hash, two32 - 1 - product.high, two32 - product.low);
}

/** @param by at most 0xFFFF */
function multiply(value: Long, by: number) {
  const low = value.low * by;
  value.low = low >>> 0;
  value.high = (value.high * by + Math.floor(low / two32)) >>> 0;
}

function add(value: Long, high: number, low: number) {
  const sum = value.low + low;
  value.low = sum >>> 0;
  value.high = (value.high + high + Math.floor(sum / two32)) >>> 0;
}

const toHex = ({ high, low }: Long) =>
  high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
