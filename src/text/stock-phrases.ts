/** A phrase family and what kind of filler it is. */
interface Family {
  readonly kind: "hype" | "vocabulary" | "hedge" | "contrast" | "signpost" | "scene";
  /** How much one hit counts: a whole phrase says more than a word. */
  readonly weight: number;
  readonly pattern: RegExp;
}

/** A stock phrase in a text. */
export interface StockPhrase {
  readonly kind: Family["kind"];
  readonly weight: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Every pattern is linear: alternatives of fixed words with bounded gaps.
const families: readonly Family[] = [
  {
    kind: "hype",
    weight: 2,
    pattern:
      /\b(?:game[- ]chang(?:er|ing)|cutting[- ]edge|unlock(?:s|ing)? the (?:full )?(?:power|potential)|(?:take|takes|taking) your \w{3,20} to the next level|revolutioni[sz](?:e|es|ing)|unparalleled|next-level|supercharge[sd]?|harness(?:es|ing)? the power)\b/iy,
  },
  {
    kind: "vocabulary",
    weight: 1,
    pattern:
      /\b(?:delv(?:e|es|ing) (?:in)?(?:to|deeper)|tapestry|testament to|seamless(?:ly)?|leverag(?:e|es|ing)|pivotal|multifaceted|intricate|ever-evolving|holistic|myriad|plethora|foster(?:s|ing)|underscores the|navigat(?:e|ing) the (?:complexities|landscape))\b/iy,
  },
  {
    kind: "hedge",
    weight: 2,
    pattern:
      /\bit(?:['’]s| is) (?:important|worth|crucial|essential) (?:to (?:note|remember|understand|mention)|noting|mentioning|remembering)\b/iy,
  },
  {
    kind: "contrast",
    weight: 2,
    pattern:
      /\b(?:(?:is|are|was)(?: not|n['’]t)|it['’]s not) (?:just|only|merely) [^.!?;,]{3,60}[,;—–-] ?(?:it['’]s|it is|they['’]re|but)\b/iy,
  },
  {
    kind: "signpost",
    weight: 1,
    pattern:
      /\b(?:let['’]s (?:dive|delve|explore|break (?:it|this) down|take a closer look)|without further ado|in conclusion|moreover|furthermore|in this (?:article|post|guide), (?:we|I)['’ ](?:ll|will))\b/iy,
  },
  {
    kind: "scene",
    weight: 2,
    pattern:
      /\bin (?:today['’]s|the|an?) (?:[\w-]{3,20} ){0,3}(?:fast-paced|ever-(?:evolving|changing)|rapidly (?:evolving|changing)|digital|modern) (?:world|landscape|age|era|realm)\b/iy,
  },
];

// Each pattern starts with one of these: one look at a text finds where they are worth trying.
const starts =
  /\b(?:game|cutting|unlock|tak(?:e|es|ing) your|revolutioni|unparalleled|next-level|supercharge|harness|delv|tapestry|testament|seamless|leverag|pivotal|multifaceted|intricate|ever-evolving|holistic|myriad|plethora|foster|underscores|navigat|it(?:['’]s| is) (?:important|worth|crucial|essential)|it['’]s not|(?:is|are|was)(?: not|n['’]t)|let['’]s|without further|in conclusion|moreover|furthermore|in (?:this|today|the|an?)\b)/gi;

/** The stock phrases of a text, by family and then in order. */
export function findStockPhrases(text: string): StockPhrase[] {
  const found: StockPhrase[][] = families.map(() => []);
  for (const { index } of text.matchAll(starts)) {
    for (const [family, { kind, weight, pattern }] of families.entries()) {
      if (index < (found[family]?.at(-1)?.end ?? 0)) continue;
      pattern.lastIndex = index;
      const match = pattern.exec(text);
      if (match !== null) found[family]?.push({ kind, weight, text: match[0], start: index, end: pattern.lastIndex });
    }
  }
  return found.flat();
}

const openings = [
  /in today['’]s [^.!?,]{0,60}\b(?:world|landscape|era|age|society|environment|market|economy)\b/,
  /in (?:the|an) (?:(?:ever|fast|rapidly|constantly)[- ]?\w+|realm|era|age|world|landscape|dynamic)\b[^.!?,]{0,60}\b(?:of|where|world|landscape)\b/,
  /as (?:technology|the (?:world|industry|digital landscape)) (?:continues to|keeps) (?:evolv\w+|advanc\w+|grow\w*|chang\w+)/,
  /(?:imagine|picture) (?:a world|this|yourself)\b/,
  /have you ever (?:wondered|wished|found yourself|felt)\b/,
  /whether you['’]re an? [^.!?,]{2,60}\bor\b/,
  /(?:now more than ever|since the dawn of time|it(?:['’]s| is) no secret that|there(?:['’]s| is) no denying that|gone are the days)\b/,
  /welcome to (?:the (?:world|realm) of|our (?:comprehensive|ultimate|complete) guide)\b/,
];
const opening = new RegExp(`^["“'‘*_\\s]{0,4}(?:${openings.map(({ source }) => source).join("|")})`, "i");

/** The scene-setter that a text opens with, which could open any other text as well; undefined where there is none. */
export const stockOpening = (text: string): string | undefined => opening.exec(text.slice(0, 400))?.[0].trim();

const closing =
  /^["“'‘*_\s]{0,4}(?:in (?:conclusion|summary|closing|the end|essence)|(?:so,? )?to (?:conclude|sum(?:mari[sz]e| (?:it |things |this )?up)|wrap (?:it |things |this )?up)|(?:and )?there you (?:have it|go)|that['’]s a wrap|ultimately|all in all|at the end of the day|as we(?:['’]ve| have) seen)\b,?|^["“'‘*_\s]{0,4}remember[,:]/i;

/** The stock words that a last paragraph opens with; undefined where there are none. */
export const stockClosing = (paragraph: string): string | undefined =>
  closing.exec(paragraph.slice(0, 200))?.[0].replace(/[,:]$/, "").trim();
