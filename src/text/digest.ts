const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";

/** Characters of a digest. */
export const digestLength = 6;

/**
 * A short name for a text: equal texts have equal ones, and two of a million texts agree by chance in one of about
 * thirty cases (36 bits).
 */
export const digest = (text: string): string => digestOf(...digested(text, digestStart.a, digestStart.b));

/** Two running hashes after they have taken in a text. */
export function digested(text: string, a: number, b: number): readonly [a: number, b: number] {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, digestFactors.a);
    b = Math.imul(b ^ unit, digestFactors.b);
  }
  return [a, b];
}

// Two 32-bit hashes are run in parallel and mixed at the end, as in the public-domain "cyrb53". The loops over units hold
// the two in variables of their own, as they run over every character of a site.
export const digestStart = { a: 0xdeadbeef | 0, b: 0x41c6ce57 } as const;
export const digestFactors = { a: 0x9e3779b1, b: 0x5f356495 } as const;

/** The digest of what two running hashes have taken in. */
export function digestOf(first: number, second: number): string {
  const a = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  const b = Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return letters(a >>> 14, 3) + letters(b >>> 14, 3);
}

/** The digest of a list of integers of 32 bits. */
export function digestOfNumbers(numbers: readonly number[]): string {
  let [a, b] = [digestStart.a as number, digestStart.b as number];
  for (const number of numbers) {
    a = Math.imul(a ^ number, digestFactors.a);
    b = Math.imul(b ^ number, digestFactors.b);
  }
  return digestOf(a, b);
}

/** A number as letters of six bits each, the highest first. */
export function letters(value: number, count: number): string {
  let text = "";
  for (let shift = 6 * (count - 1); shift >= 0; shift -= 6) text += alphabet.charAt((value >>> shift) & 63);
  return text;
}

/** The number that letters stand for. */
export function numberOf(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at++) value = value * 64 + alphabet.indexOf(text.charAt(at));
  return value;
}

/** The digests of a row of them. */
export function digestsIn(row: string): string[] {
  const digests: string[] = [];
  for (let at = 0; at + digestLength <= row.length; at += digestLength) digests.push(row.slice(at, at + digestLength));
  return digests;
}
