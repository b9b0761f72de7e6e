import { noticeAtStart } from "./summary-notice.ts";
import { countWords } from "./words.ts";

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const day = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}\\.? ${month} \\d{4})`;
const minutes = "\\d{1,3}[ -]min(?:ute)?s?(?: read)?";

// Lines that stand above a post's first sentence and are about the page: who, when, how long, where in a series.
const lines = [
  "(?:by|written by|posted by|authors?|reviewed by|photo by|image|credits?|source|translated by)(?: |:)",
  `(?:last )?(?:updated|modified|published|posted|revised|reviewed)(?: on|:| at)? {0,2}${day}`,
  "(?:last (?:updated|modified|reviewed)|updated|update|edit|edited|date|published|reading time|time to read|tags|categories|filed under)(?: on)? ?:",
  `${day}[\\s,.|·•—–-]{0,5}(?:$|by |${minutes})`,
  `${minutes}\\.?$`,
  "(?:table of contents|contents|on this page|in this (?:series|post|article)|inhalt|sommaire)\\s?:?$",
  "(?:this (?:post|article|chapter|piece|is part|is the|is post)[^.]{0,40}(?:part|chapter|first|second|third|last|\\d+)[^.]{0,20} (?:of|in) )",
  "(?:part|chapter|episode|day|lesson) (?:\\d{1,3}|one|two|three|four|five)(?: of| in|/| ?[:·|—–-])",
  "(?:previous|next|prev|series|series navigation|read (?:the )?(?:previous|next|part)|back to|see also|related)(?: part| post| chapter)? ?[:→←]",
  "[←→«»]",
  "(?:disclosure|disclaimer|affiliate|sponsored|this (?:post|article|page) (?:may )?(?:contains?|includes?) affiliate|(?:this|the following) (?:post|article) (?:was|is|has been) (?:originally|first|also|cross-?posted|sponsored|updated))",
  "(?:originally|first|cross-?posted|also) (?:published|posted|appeared)",
];
const furniture = new RegExp(`^[\\s\\p{Extended_Pictographic}\\uFE0F*_>|([-]{0,8}(?:${lines.join("|")})`, "iu");

/** Longer lines say more than a page's furniture does. */
const mostWords = 40;

/** Whether a paragraph above a post's text is about the page and not its first sentence: a byline, a date, a notice. */
export const isPageLine = (paragraph: string): boolean =>
  noticeAtStart(paragraph) !== undefined ||
  (furniture.test(paragraph.slice(0, 200).toLowerCase().trimStart()) && countWords(paragraph) <= mostWords);
