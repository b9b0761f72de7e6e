import type { Field } from "#model/field";
import type { Span } from "#model/span";
import type { MetaLine } from "./meta-line.ts";
import type { Item, Meta, Paragraph, UrlLine } from "./text-paragraphs.ts";
import { isSectionHeading, isTitle, splitTitle, titleStyle, type SplitTitle, type TitleStyle } from "./text-titles.ts";

/** The parts of an entry, still as places in the text. */
export interface Draft {
  readonly kind: "entry";
  readonly span: Span;
  readonly title: Span | undefined;
  readonly url: Field | undefined;
  readonly summary: readonly Paragraph[];
  readonly meta: MetaLine | undefined;
}

/** A stretch that is no part of an entry. */
export interface Stray {
  readonly kind: "stray";
  readonly span: Span;
}

/** Where the line of date · minutes · author stands in an entry. */
type Layout = "first" | "middle" | "last";

/** What stands between two lines of date · minutes · author, with the one that belongs to it. */
interface Run {
  readonly texts: Paragraph[];
  readonly urls: UrlLine[];
  meta?: Meta;
}

/** What steers the reading of a run. */
interface Context {
  readonly text: string;
  readonly style: TitleStyle;
  readonly layout: Layout;
  /** Whether any entry of the listing has a line of date · minutes · author. */
  readonly hasMetas: boolean;
}

/** Puts the items of a listing together to entries. What belongs to none is a stray. */
export function draftEntries(text: string, items: readonly Item[]): (Draft | Stray)[] {
  const style = titleStyle(text, items);
  const content = withoutNoise(text, items, style);
  const layout = layoutOf(text, content, style);
  const context = { text, style, layout, hasMetas: content.some(({ kind }) => kind === "meta") };
  return runsOf(content, layout).flatMap((run) => draftRun(run, context));
}

// What list pages have around their entries, and under each of them.
const furniture =
  /^(?:[«»←→‹›<>\s\d….]*(?:(?:next|previous|prev|older|newer)(?: (?:page|posts?|articles?|entries))?|page \d+(?: of \d+)?)?[«»←→‹›<>\s\d….]*|(?:read|continue|see|show|load|view) (?:more|all|reading|the (?:full )?(?:post|article|story))\b.{0,20}|(?:©|\(c\)|copyright\b|powered by\b|all rights reserved).*)$/i;

const listHeading =
  /^(?:#{1,6}\s+)?(?:(?:all|latest|recent|new|our|my|the)\s+)*(?:blog|posts?|articles?|archives?|writing|news|index|stories)(?:\s+(?:index|list|archive|posts|articles))?\s*#*$/i;

/** Leaves out headings, navigation, "Read more" and the like. */
function withoutNoise(text: string, items: readonly Item[], style: TitleStyle): Item[] {
  const content = items.filter((item) => {
    const [line] = item.kind === "text" ? item.lines : [];
    if (item.kind !== "text" || line === undefined) return true;
    const isShort = item.lines.length === 1 && line.end - line.start <= 100;
    return !(isShort && furniture.test(text.slice(line.start, line.end))) && !isSectionHeading(text, item, style);
  });
  const [first, second] = content;
  if (first?.kind !== "text" || second === undefined) return content;
  const [line] = first.lines;
  const isHeading =
    line !== undefined && listHeading.test(text.slice(line.start, Math.min(line.end, line.start + 100)));
  return isHeading && first.lines.length === 1 ? content.slice(1) : content;
}

/** Finds out where entries have their line of date · minutes · author, from what stands before, after and between. */
function layoutOf(text: string, items: readonly Item[], style: TitleStyle): Layout {
  const metas = items.flatMap(({ kind }, index) => (kind === "meta" ? [index] : []));
  const [first, last] = [metas[0], metas.at(-1)];
  if (first === undefined || last === undefined || !items.slice(last).some(({ kind }) => kind === "text"))
    return "last";
  if (!items.slice(0, first).some(({ kind }) => kind === "text")) return "first";
  const titleBefore = metas.filter((at) => {
    const [before, further] = [items[at - 1], items[at - 2]];
    // The first entry's title may stand under an intro.
    const hasSummaryAbove = further?.kind === "text" && isTitle(text, further, style);
    return before?.kind === "text" && isTitle(text, before, style) && before.lines.length === 1 && !hasSummaryAbove;
  });
  return titleBefore.length * 2 > metas.length ? "middle" : "last";
}

function runsOf(items: readonly Item[], layout: Layout): Run[] {
  const runs: Run[] = [];
  let run: Run = { texts: [], urls: [] };
  const close = () => {
    if (run.texts.length > 0 || run.urls.length > 0 || run.meta !== undefined) runs.push(run);
    run = { texts: [], urls: [] };
  };
  for (const item of items) {
    if (item.kind === "text") run.texts.push(item);
    else if (item.kind === "url") run.urls.push(item);
    else if (item.kind === "rule") close();
    else if (layout === "last") {
      run.meta = item;
      close();
    } else {
      const title = layout === "middle" ? run.texts.pop() : undefined;
      close();
      run = { texts: title === undefined ? [] : [title], urls: [], meta: item };
    }
  }
  close();
  return runs;
}

/** Reads the entries of a run. The line of date · minutes · author belongs to one of them. */
function draftRun(run: Run, context: Context): (Draft | Stray)[] {
  const parts = partsOf(run, context);
  const owner = context.layout === "last" ? parts.length - 1 : 0;
  if (parts.length === 0) return run.meta === undefined ? [] : [{ kind: "stray", span: run.meta.line }];
  return parts.map((part, index) => draftOf(part, index === owner ? run : bare, context));
}

/** For an entry without a line of date · minutes · author. */
const bare: Run = { texts: [], urls: [] };

/** The paragraphs of one entry. */
interface Parts {
  title?: Paragraph;
  readonly summary: Paragraph[];
}

/** Splits the paragraphs of a run where new titles stand. */
function partsOf({ texts, meta }: Run, { text, style, layout }: Context): Parts[] {
  const isLead = (paragraph: Paragraph) => isTitle(text, paragraph, style);
  const parts: Parts[] = [];
  for (const [index, paragraph] of texts.entries()) {
    const open = parts.at(-1);
    const next = texts[index + 1];
    // The one paragraph between a title and the line under it is the summary, however short.
    const closesRun = next === undefined && meta !== undefined && layout === "last" && style.mark === undefined;
    const isSummary = open !== undefined && (!isLead(paragraph) || (closesRun && open.summary.length === 0));
    if (isSummary) open.summary.push(paragraph);
    else if (isLead(paragraph) || canLead(paragraph, next)) parts.push({ title: paragraph, summary: [] });
    else parts.push({ summary: [paragraph] });
  }
  return parts;

  function canLead(paragraph: Paragraph, next: Paragraph | undefined): boolean {
    if (style.mark !== undefined || next === undefined || isLead(next)) return false;
    return lengthOf(paragraph) < lengthOf(next) && lengthOf(paragraph) <= 300;
  }
}

const lengthOf = ({ lines }: Paragraph) => (lines.at(-1)?.end ?? 0) - (lines[0]?.start ?? 0);

function draftOf({ title, summary }: Parts, { meta, urls }: Run, { text, hasMetas }: Context): Draft | Stray {
  const split: Partial<SplitTitle> = title === undefined ? {} : splitTitle(text, title);
  const paragraphs = [...(split.rest === undefined ? [] : [split.rest]), ...summary];
  const span = spanOf([...[title ?? []].flat(), ...summary, ...urls, ...[meta ?? []].flat()]);
  const isAlone = title === undefined || (hasMetas && paragraphs.length === 0);
  if (meta === undefined && isAlone) return { kind: "stray", span };
  const [url] = [split.url ?? [], ...urls.map((line) => urlField(text, line))].flat();
  return { kind: "entry", span, summary: paragraphs, title: split.title, url, meta: meta?.meta };
}

/** All of an entry, from its first line to its last. */
function spanOf(items: readonly Item[]): Span {
  const lines = items.flatMap((item) => (item.kind === "text" ? item.lines : [item.line]));
  const byPlace = lines.toSorted((a, b) => a.start - b.start);
  return { start: byPlace[0]?.start ?? 0, end: byPlace.at(-1)?.end ?? 0 };
}

function urlField(text: string, { line }: UrlLine): Field {
  const written = text.slice(line.start, line.end);
  const isAngled = written.startsWith("<") && written.endsWith(">");
  const span = isAngled ? { start: line.start + 1, end: line.end - 1 } : line;
  return { value: text.slice(span.start, span.end), span };
}
