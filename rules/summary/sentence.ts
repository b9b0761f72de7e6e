import { summaryLead } from "#facts/lead";
import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { isClosed } from "#text/sentences";

export default defineRule({
  on: "entry",
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

  *check(entry, _options, { lead: found }) {
    const { summary } = entry;
    // What a generator cut from the post has the post's own marks.
    if (summary === undefined || found === null || found.body?.isComplete !== true) return;
    const text = summary.value.trimEnd();
    for (const { message, from, to } of flawsOf(text)) {
      const cited = text.slice(from, Math.min(to, from + 60));
      yield { message, data: { found: cited }, at: partPlace(entry, "summary", summary, from, to), key: message };
    }
  },
});

interface Flaw {
  readonly message: "open" | "capitals" | "markup" | "url";
  readonly from: number;
  readonly to: number;
}

const markup =
  /\*\*[^*\n]{1,80}\*\*|`[^`\n]{1,80}`|\[[^\][\n]{1,80}\]\([^()\s]{1,200}\)|<\/?(?:a|b|i|p|br|em|strong|code|span|div|img|h[1-6]|ul|ol|li|pre|blockquote|sup|sub)\b[^<>]{0,80}>/i;
const url = /https?:\/\/[^\s<>"]{1,200}/i;
// Thai, Lao, Khmer, Burmese and Tibetan have no full stop.
const unpunctuated = /[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff]/;
const fewestCapitals = 20;

function* flawsOf(text: string): Iterable<Flaw> {
  if (!isClosed(text) && !unpunctuated.test(text)) yield { message: "open", from: lastWord(text), to: text.length };
  const isShouted = text.length >= fewestCapitals && text === text.toUpperCase() && text !== text.toLowerCase();
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (isShouted && capitals >= fewestCapitals) yield { message: "capitals", from: 0, to: text.length };
  const marked = markup.exec(text);
  if (marked !== null) yield { message: "markup", from: marked.index, to: marked.index + marked[0].length };
  const linked = url.exec(text);
  if (linked !== null && marked === null)
    yield { message: "url", from: linked.index, to: linked.index + linked[0].length };
}

const lastWord = (text: string) => Math.max(0, text.lastIndexOf(" ") + 1);
