const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";

/** Characters of a digest. */
export const digestLength = 6;

/**
 * A short name for a text: equal texts have equal ones, and two of a million texts agree by chance in one of about
 * thirty cases (36 bits).
 */
export function digest(text: string): string {
  const digester = new Digester();
  for (let at = 0; at < text.length; at++) digester.add(text.charCodeAt(at));
  return digester.end();
}

/** Makes a digest of numbers. Two 32-bit hashes are run in parallel and mixed at the end, as in the public-domain "cyrb53". */
export class Digester {
  // Plain properties: private ones take twice as long until the code is optimised.
  private a = 0xdeadbeef | 0;
  private b = 0x41c6ce57;

  /** @param value an integer of 32 bits, such as a UTF-16 unit */
  add(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x9e3779b1);
    this.b = Math.imul(this.b ^ value, 0x5f356495);
  }

  end(): string {
    const a = Math.imul(this.a ^ (this.a >>> 16), 0x85ebca6b) ^ Math.imul(this.b ^ (this.b >>> 13), 0xc2b2ae35);
    const b = Math.imul(this.b ^ (this.b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    return letters(a >>> 14, 3) + letters(b >>> 14, 3);
  }
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
export const digestsIn = (row: string): string[] =>
  Array.from({ length: row.length / digestLength }, (_, index) =>
    row.slice(index * digestLength, (index + 1) * digestLength),
  );
