import type { Stretch } from "./sentences.ts";

const denied = String.raw`(?:(?:it|this|that|there|they|these|those)(?:['’]s|['’]re| is| are| was| were) not|(?:is|are|was|were)(?: not|n['’]t))`;
const asserted = String.raw`(?:it|this|that|they|these|those)(?:['’]s|['’]re| is| are| was| were)`;

/** Ways to say what a thing is by way of what it is not. The gaps are bounded, so that each pattern is linear. */
const formulas: readonly RegExp[] = [
  // "not just a tool, but a way of life"
  new RegExp(String.raw`\b(?:not|${denied}) (?:just|only|merely|simply|solely) [^.!?;\n]{2,80}?[,—–-]? ?\bbut\b`, "iy"),
  // "It's not a bug. It's a feature", "isn't about code, it's about people"
  new RegExp(String.raw`\b${denied} [^.!?;:,\n]{2,70}?(?:[,;.]| ?[—–]| -) ?${asserted}\b(?! not\b|n['’]t\b)`, "iy"),
  // "less about speed and more about trust"
  /\bless about [^.!?;\n]{2,60}?(?:,| and)? more about\b/iy,
  // "not because it is cheap, but because it is fun"
  new RegExp(String.raw`\b(?:not|${denied}) because [^.!?;\n]{2,80}?,? but because\b`, "iy"),
];

// One look at a text finds where a formula can start.
const starts =
  /\b(?:not (?:just|only|merely|simply|solely|because) |less about |(?:it|this|that|there|they|these|those)(?:['’]s|['’]re| is| are| was| were) not |(?:is|are|was|were)(?: not|n['’]t) )/gi;

/** The places of an English text that set what a thing is against what it is not: "not just X but Y", "it is not X, it is Y". */
export function findContrastFormulas(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { index } of text.matchAll(starts)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    for (const formula of formulas) {
      formula.lastIndex = index;
      const match = formula.exec(text);
      if (match === null) continue;
      found.push({ text: match[0], start: index, end: formula.lastIndex });
      break;
    }
  }
  return found;
}
