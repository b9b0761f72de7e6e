// Control and format characters, and lone surrogates: a config is content too, and must not steer a terminal.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text with its control and format characters written as `\u{…}`. */
export const visible = (text: string): string =>
  text.replace(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** A text from a config in double quotes, cut after 60 characters. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, 200));
  const short = characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : text;
  return `"${visible(short)}"`;
}

/** "a, b or c". */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** "; did you mean "lead"?" where a candidate was found, else the fallback after a semicolon. */
export const suggest = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? `; ${otherwise}` : `; did you mean "${nearest}"?`;

/** What a value is, for people: `the number 3`, `"text"`, `a list`. */
export function describe(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : `a ${typeof value}`;
}
