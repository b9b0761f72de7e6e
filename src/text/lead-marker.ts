/** The label that announces an answer, where a text has one. Offsets are into that text. */
export interface LeadLabel {
  /** What it is called: folded, without separator. Equal for every way of writing it. */
  readonly name: string;
  /** As it is written, with its separator: "Answer-first:". */
  readonly text: string;
  readonly start: number;
  /** Where the text after it starts. */
  readonly end: number;
}

/** The labels known by default, by language. `-` and a space, `'` and `’` are the same; `;` may be missing. */
export const leadLabels: Readonly<Record<string, readonly string[]>> = {
  en: [
    "answer-first",
    "answer",
    "short answer",
    "quick answer",
    "direct answer",
    "the short answer",
    "the short version",
    "tl;dr",
    "in short",
    "in brief",
    "in a nutshell",
    "bottom line",
    "the bottom line",
    "bluf",
    "summary",
    "quick summary",
    "executive summary",
    "key takeaway",
    "key takeaways",
    "key points",
    "at a glance",
    "what you'll get",
  ],
  de: ["kurzfassung", "kurz gesagt", "das wichtigste in kürze", "auf einen blick", "fazit vorab"],
  fr: ["en bref", "l'essentiel", "réponse courte"],
  es: ["en resumen", "respuesta corta", "en breve"],
  pt: ["em resumo", "resposta curta"],
  it: ["in breve", "in sintesi"],
  nl: ["kort antwoord", "samengevat"],
  ja: ["要約", "結論", "要点"],
  zh: ["摘要", "结论", "一句话总结"],
  ko: ["요약", "결론"],
};

// Labels that are nothing else, so that they count in the middle of a text too. "Summary:" or "In short:" there is prose.
const unmistakable = ["answer-first", "tl;dr", "bluf", "short answer", "quick answer", "direct answer"];

const patternOf = (label: string) =>
  label.replace(/[-\s]/g, "[-\u2010\u2011\\s]").replaceAll("'", "['’]").replaceAll(";", ";?\\s?");
const anyOf = (labels: readonly string[]) =>
  labels
    .toSorted((a, b) => b.length - a.length)
    .map(patternOf)
    .join("|");

// Quotes, brackets, emphasis and pictures that may stand around a label at the start.
const opening = "[\\s\\p{Extended_Pictographic}\\u{1F3FB}-\\u{1F3FF}\\uFE0F\\u200D*_>#\"“‘'\\[(【「]{0,20}";
const separator = "[*_\\])】」]{0,4}(?:\\s?:|\\.(?=\\s|$)|\\s?[—–]|\\s-(?=\\s)|\\s*\\n|(?<=[*_】」\\]]))[*_]{0,3}";
const atStart = new RegExp(`^(${opening})((${anyOf(Object.values(leadLabels).flat())})${separator})\\s*`, "iu");
// "TL;DR EKS gives you …": in text without markup the bold type that set the label off is lost.
const bareAtStart = new RegExp(`^(${opening})((tl;?dr|bluf))\\s+(?=[\\p{Lu}\\p{N}])`, "u");
const later = new RegExp(`(?<=[\\s*_])((${anyOf(unmistakable)})[*_]{0,3}\\s?:[*_]{0,3})\\s*`, "giu");

/** The label that a text starts with, if any. */
export function labelAtStart(text: string): LeadLabel | undefined {
  const head = plainWidth(text.slice(0, 120));
  const match =
    atStart.exec(head) ?? bareAtStart.exec(head.replace(/^\W*tl;?dr|^\W*bluf/i, (label) => label.toLowerCase()));
  if (match === null) return undefined;
  return labelOf(text, match[1]?.length ?? 0, match[2] ?? "", match[3] ?? "", match[0].length);
}

/** The first label in a text that is not at its start: one that can be nothing else, capitalised, with a colon. */
export function labelInside(text: string): LeadLabel | undefined {
  for (const match of plainWidth(text).matchAll(later)) {
    const [all, written = "", name = ""] = match;
    if (/^\p{Lu}/u.test(name)) return labelOf(text, match.index, written, name, match.index + all.length);
  }
  return undefined;
}

/** The label that a text is, with or without a sign behind it: a heading, a word in bold. */
export function labelThatIs(text: string): LeadLabel | undefined {
  const label = labelAtStart(`${text}:`);
  return label?.end === text.length + 1 || label?.end === text.length
    ? { ...label, text, end: text.length }
    : undefined;
}

/** Whether a label can be nothing else, wherever it stands: "TL;DR" and not "Summary". */
export const isUnmistakable = ({ name }: LeadLabel): boolean => unmistakable.includes(name);

/** The name of a label, however it is written: "TL;DR:", "tldr" and "**TL;DR**" are one. */
export const labelName = (written: string): string =>
  plainWidth(written)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()
    .replace(/^tl ?dr$/, "tl;dr")
    .replace(/^answer first$/, "answer-first");

const labelOf = (text: string, start: number, written: string, name: string, end: number): LeadLabel => ({
  name: labelName(name),
  text: text.slice(start, start + written.length).trim(),
  start,
  end,
});

/** Full-width forms as plain ones, unit by unit, so that offsets stay. */
const plainWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
