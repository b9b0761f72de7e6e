/**
 * JSON for a file or a terminal. Beside what JSON must escape, it escapes what a terminal or a CI runner would act on:
 * C1 controls, bidirectional overrides, line separators and the start of `##[command]`. All of them can only stand in
 * strings, so the value is the same.
 */
export const toJson = (value: unknown) =>
  `${JSON.stringify(value, null, 2)
    .replace(/[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu, escape)
    .replace(/##(?=\w*\[)/gu, String.raw`#\u0023`)}\n`;

const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
