import { summaryLead } from "#facts/lead";
import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { learnConvention, quorum } from "#text/convention";
import { isClosed } from "#text/sentences";

export default defineRule({
  on: "corpus",
  summary: "Write a description as plain, complete sentences.",
  severity: "info",
  presets: ["strict"],
  messages: {
    open: "Description does not end like a sentence; close it with a full stop.",
    capitals: "Description is all in capitals; write it in sentence case.",
    markup: "Description has markup (“{found}”) that readers will see; write plain text.",
    url: "Description has a URL (“{found}”); say what is there instead.",
  },
  facts: { lead: summaryLead },

  *check({ entries }, _options, facts) {
    // What a generator cut from the post has the post's own marks.
    const described = entries.flatMap((entry) =>
      entry.summary !== undefined && facts.lead(entry)?.body?.isComplete === true
        ? { entry, summary: entry.summary }
        : [],
    );
    const closes = described.map(({ summary }) => !isOpen(summary.value.trimEnd()));
    // Where most are headlines without a full stop, that is how the site writes them.
    const mayBeOpen = closes.length >= quorum.members && learnConvention(closes)?.value !== true;
    for (const { entry, summary } of described) {
      const text = summary.value.trimEnd();
      for (const { message, from, to } of flawsOf(text)) {
        if (message === "open" && mayBeOpen) continue;
        const cited = text.slice(from, Math.min(to, from + 60));
        yield { message, data: { found: cited }, at: partPlace(entry, "summary", summary, from, to), key: message };
      }
    }
  },
});

interface Flaw {
  readonly message: "open" | "capitals" | "markup" | "url";
  readonly from: number;
  readonly to: number;
}

const markup =
  /^#{1,6} (?=\S)|\*\*[^*\n]{1,80}\*\*|(?<![\p{L}\p{N}_])_[\p{L}\p{N}][^_\n]{0,80}(?<![\s_])_(?![\p{L}\p{N}_])|`[^`\n]{1,80}`|\[[^\][\n]{1,80}\]\([^()\s]{1,200}\)|<\/?(?:a|b|i|p|br|em|strong|code|span|div|img|h[1-6]|ul|ol|li|pre|blockquote|sup|sub)\b[^<>]{0,80}>/iu;
const url = /(?:https?:\/\/|\bwww\.(?=[a-z\d]))[^\s<>"]{1,200}/i;
// Thai, Lao, Khmer, Burmese and Tibetan have no full stop.
const unpunctuated = /[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff]/;
const fewestCapitals = 20;

function* flawsOf(text: string): Iterable<Flaw> {
  const marked = spanOf(markup.exec(text));
  const linked = spanOf(url.exec(text));
  if (isOpen(text) && linked?.to !== text.length) yield { message: "open", from: lastWord(text), to: text.length };
  if (isShouted(text)) yield { message: "capitals", from: 0, to: text.length };
  if (marked !== undefined) yield { message: "markup", ...marked };
  else if (linked !== undefined) yield { message: "url", ...linked };
}

const spanOf = (found: RegExpExecArray | null) =>
  found === null ? undefined : { from: found.index, to: found.index + found[0].length };

const isShouted = (text: string) =>
  text.length >= fewestCapitals &&
  text === text.toUpperCase() &&
  (text.match(/\p{Lu}/gu)?.length ?? 0) >= fewestCapitals;

/** A full stop may stand there as a character reference, which `text/entities` tells of. */
const isOpen = (text: string) => !isClosed(text) && !unpunctuated.test(text) && !/&#?\w{2,8};$/.test(text);

const lastWord = (text: string) => Math.max(0, text.lastIndexOf(" ") + 1);
