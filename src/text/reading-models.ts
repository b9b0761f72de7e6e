/** How much there is to read: words, and characters of Chinese, Japanese and Korean. */
interface Size {
  readonly words: number;
  readonly cjk: number;
}

// Brysbaert (2019): most adults read 175 to 300 words a minute. What generators count with lies between.
const slowest = { words: 175, cjk: 300 };
const fastest = { words: 300, cjk: 501 };
/** Hugo's numbers. */
const usual = { words: 213, cjk: 501 };

const minutesAt = ({ words, cjk }: Size, speed: Size) => words / speed.words + cjk / speed.cjk;

/** A stated time may be off by a minute, for rounding, or by a fifth, for what is counted: code, captions, images. */
const slack = (minutes: number) => Math.max(1, minutes / 5);

/** The shortest and the longest reading time, in minutes, that any common way to count gives. */
export const plausibleMinutes = (size: Size): { readonly least: number; readonly most: number } => {
  const [least, most] = [minutesAt(size, fastest), minutesAt(size, slowest)];
  return { least: Math.max(0, least - slack(least)), most: most + slack(most) };
};

/** Whether a stated time is right for the words and forgets the characters: they are a fifth of the text or more. */
export function forgetsCjk(size: Size & { readonly cjkShare: number }, minutes: number): boolean {
  const expected = minutesAt(size, usual);
  return size.cjkShare >= 0.2 && expected >= 2 && minutes < expected / 2;
}

/** The reading time in minutes at the usual speed, rounded up, at least 1. */
export const usualMinutes = (size: Size): number => Math.max(1, Math.ceil(minutesAt(size, usual)));

/** One way to turn a number of words into minutes. */
export interface ReadingModel {
  readonly wordsPerMinute: number;
  readonly rounding: "up" | "nearest" | "down";
}

// Those of generators, themes and plugins, and what people set in them, the most common first.
const speeds = [200, 213, 212, 265, 238, 250, 225, 220, 240, 230, 260, 275, 300, 180, 190, 175, 183, 170, 233, 270];
const roundings = { up: Math.ceil, nearest: Math.round, down: Math.floor } as const;

/** Every model there is, the most common rounding first. */
export const readingModels: readonly ReadingModel[] = (["up", "nearest", "down"] as const).flatMap((rounding) =>
  speeds.map((wordsPerMinute) => ({ wordsPerMinute, rounding })),
);

/** The minutes that a model gives, at least 1. Characters of scripts without spaces are read at Hugo's speed. */
export const modelMinutes = ({ words, cjk }: Size, { wordsPerMinute, rounding }: ReadingModel): number =>
  Math.max(1, roundings[rounding](minutesAt({ words, cjk }, { words: wordsPerMinute, cjk: usual.cjk })));
