const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";

/** Characters of a digest. */
export const digestLength = 6;

/**
 * A short name for a text: equal texts have equal ones, and two of a million texts agree by chance in one of about
 * thirty cases (36 bits). Two 32-bit hashes are run in parallel and mixed at the end, as in the public-domain "cyrb53".
 */
export function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return letters(a >>> 14, 3) + letters(b >>> 14, 3);
}

/** A number as letters of six bits each, the highest first. */
export function letters(value: number, count: number): string {
  let text = "";
  for (let shift = 6 * (count - 1); shift >= 0; shift -= 6) text += alphabet.charAt((value >>> shift) & 63);
  return text;
}

/** The digests of a row of them. */
export const digestsIn = (row: string): string[] =>
  Array.from({ length: row.length / digestLength }, (_, index) =>
    row.slice(index * digestLength, (index + 1) * digestLength),
  );
