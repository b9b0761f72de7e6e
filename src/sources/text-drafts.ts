import type { Field } from "#model/field";
import type { Span } from "#model/span";
import { alignMetas, type MetaLine } from "./meta-line.ts";
import type { Item, Meta, Paragraph, UrlLine } from "./text-paragraphs.ts";
import { layoutOf, withDatedTitles, withoutHeadings, type Layout } from "./text-layout.ts";
import { isTitle, splitTitle, splitTitles, titleStyle, type SplitTitle, type TitleStyle } from "./text-titles.ts";

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
  const hasMetas = items.some(({ kind }) => kind === "meta");
  const whole = hasMetas
    ? items
    : items.flatMap((item): readonly Item[] => (item.kind === "text" ? splitTitles(text, item) : [item]));
  const content = withAlignedMetas(withDatedTitles(withoutHeadings(text, whole, style)));
  const layout = layoutOf(text, content, style);
  const context = { text, style, layout, hasMetas };
  const drafts = runsOf(content, layout).flatMap((run) => draftRun(run, context));
  // A stray above the first entry is a heading or an intro.
  const first = drafts.findIndex(({ kind }) => kind === "entry");
  return drafts.filter(({ kind }, index) => kind === "entry" || index > first);
}

function withAlignedMetas(items: readonly Item[]): Item[] {
  const aligned = alignMetas(items.flatMap((item) => (item.kind === "meta" ? item.meta : [])));
  let next = 0;
  return items.map((item) => (item.kind === "meta" ? { ...item, meta: aligned[next++] ?? item.meta } : item));
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
  if (parts.length === 0) return run.meta === undefined ? [] : [draftOf({ summary: [] }, run, context)];
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
function partsOf(run: Run, context: Context): Parts[] {
  const { text, style } = context;
  if (run.meta?.title !== undefined) return [{ summary: run.texts }];
  const last = lastAbove(run, context);
  const parts: Parts[] = [];
  for (const [index, paragraph] of run.texts.entries()) {
    const open = parts.at(-1);
    // The one paragraph between a title and the line under it is the summary, however short.
    const isSummary = paragraph === last && open?.summary.length === 0;
    const isLead = !isSummary && isTitle(text, paragraph, style);
    if (open !== undefined && !isLead) open.summary.push(paragraph);
    else if (isLead || isLongTitle(paragraph, run.texts[index + 1], style)) parts.push(newParts(paragraph));
    else parts.push({ summary: [paragraph] });
  }
  return parts;
}

/** The paragraph right above the line of date · minutes · author, where nothing marks titles. */
const lastAbove = ({ texts, meta }: Run, { layout, style }: Context): Paragraph | undefined =>
  meta !== undefined && layout === "last" && style.mark === undefined ? texts.at(-1) : undefined;

const newParts = (title: Paragraph): Parts => ({ title, summary: [] });

/** Whether a paragraph that does not look like a title can be nothing else: a longer one stands under it. */
const isLongTitle = (paragraph: Paragraph, next: Paragraph | undefined, { mark }: TitleStyle) =>
  mark === undefined && next !== undefined && lengthOf(paragraph) < Math.min(lengthOf(next), 300);

const lengthOf = ({ lines }: Paragraph) => (lines.at(-1)?.end ?? 0) - (lines[0]?.start ?? 0);

function draftOf({ title, summary }: Parts, run: Run, { text, hasMetas }: Context): Draft | Stray {
  const { meta, urls } = run;
  const split: Partial<SplitTitle> = title === undefined ? { ...meta } : splitTitle(text, title);
  const paragraphs = [...[split.rest ?? []].flat(), ...summary];
  const span = spanOf([...[title ?? []].flat(), ...summary, ...urls, ...[meta ?? []].flat()]);
  const hasSummary = paragraphs.length > 0;
  const hasTitle = split.title !== undefined;
  // Without a date a summary alone may be anything, and among entries with dates so may a title.
  const isEntry = meta === undefined ? hasTitle && (hasSummary || !hasMetas) : hasTitle || hasSummary;
  if (!isEntry) return { kind: "stray", span };
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
