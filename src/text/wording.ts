/** "3 characters", "1 character". */
export const plural = (count: number, noun: string, many = `${noun}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? noun : many}`;

/** The start of a text for a message: white space folded, at most `words` words, with an ellipsis where it is cut. */
export function excerpt(text: string, words = 12): string {
  const parts = text.trim().split(/\s+/u);
  const start = parts.slice(0, words).join(" ");
  const short = start.length > 120 ? `${start.slice(0, 119)}…` : start;
  return parts.length > words && short === start ? `${start} …` : short;
}
