/** Units of UTF-16 from one kept count to the next: few enough to count again, many enough to cost little memory. */
const step = 256;

/**
 * Counts the bytes that a line's start takes in UTF-8. Reads the line once and answers each question in constant time:
 * a line may be a whole index of a million characters.
 *
 * @returns bytes before a UTF-16 offset of the line
 */
export function utf8Offsets(line: string): (offset: number) => number {
  const counts = [0];
  let bytes = 0;
  for (let unit = 0; unit < line.length; unit++) {
    bytes += bytesOf(line.charCodeAt(unit));
    if ((unit + 1) % step === 0) counts.push(bytes);
  }
  return (offset) => {
    const end = Math.max(0, Math.min(offset, line.length));
    let sum = counts[Math.floor(end / step)] ?? 0;
    for (let unit = end - (end % step); unit < end; unit++) sum += bytesOf(line.charCodeAt(unit));
    return sum;
  };
}

/** Bytes of one UTF-16 unit; each half of a surrogate pair has half of the pair's four. */
const bytesOf = (unit: number) => (unit < 0x80 ? 1 : unit < 0x800 || isSurrogate(unit) ? 2 : 3);

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
