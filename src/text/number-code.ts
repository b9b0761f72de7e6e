const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map(Array.from(digits, (digit, value) => [digit.charCodeAt(0), value]));

/**
 * Numbers as a short text: base 64 digits of five bits each, the lowest first; the sixth bit says that more follow. One
 * character for numbers below 32, two below 1,024.
 *
 * @param numbers integers from 0 to 2^31 - 1; what is below counts as 0
 */
export function encodeNumbers(numbers: Iterable<number>): string {
  let code = "";
  for (const number of numbers) {
    let left = Math.max(0, number);
    do {
      const digit = left & 31;
      left >>>= 5;
      code += digits.charAt(left > 0 ? digit | 32 : digit);
    } while (left > 0);
  }
  return code;
}

/** The numbers that were encoded. */
export function decodeNumbers(code: string): number[] {
  const numbers: number[] = [];
  let shift = 0;
  let number = 0;
  for (let at = 0; at < code.length; at++) {
    const digit = values.get(code.charCodeAt(at)) ?? 0;
    number += (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      numbers.push(number);
      shift = number = 0;
    }
  }
  return numbers;
}

/** A number of either sign as one that is not below 0: 0, -1, 1, -2 become 0, 1, 2, 3. */
export const foldSign = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);

/** The number that was folded. */
export const unfoldSign = (folded: number): number => (folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2);
