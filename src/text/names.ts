import { distance } from "fastest-levenshtein";
import { fold } from "./terms.ts";

/** A person's name so that its spellings are one: without case, accents, punctuation and order of its parts. */
export const nameKey = (name: string): string =>
  fold(name.slice(0, 200))
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .toSorted()
    .join(" ");

/**
 * Whether one of two names (as `nameKey` gives them) may be the other mistyped: one letter off in eight or more, two in
 * twelve or more. Short names are near each other by chance.
 */
export function isNearName(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (a === b || shorter < 8 || Math.abs(a.length - b.length) > 2) return false;
  return distance(a, b) <= (shorter < 12 ? 1 : 2) && haveNearParts(a.split(" "), b.split(" "));
}

/** Dan and Ron are two people whatever they are called besides. */
const haveNearParts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length !== b.length || a.every((part, index) => isNearPart(part, b[index] ?? ""));

const isNearPart = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 5 || distance(a, b) <= 1 || lettersOf(a) === lettersOf(b);

const lettersOf = (part: string) => [...part].toSorted().join("");
