import { relative } from "node:path";
import type { Field } from "#model/field";
import type { RedirectFile, RedirectRule } from "#model/site";
import { joinPath, readSmallText, slashed } from "./site-files.ts";

/** Longest stretch between the source and the target of a redirect in a config, in UTF-16 units. */
const longestRule = 1000;

interface Redirect {
  readonly source: string;
  readonly target: string;
}

/**
 * Redirects that a config takes from itself and the modules that it names, each in the first file that has its source as
 * a text; in the config, where none has it.
 *
 * @param site absolute path of the site's folder
 * @param folder the same, relative to the root of the run
 * @param files absolute paths, the config first
 */
export function moduleRedirects(
  { site, folder }: { readonly site: string; readonly folder: string },
  files: readonly string[],
  rules: readonly Redirect[],
): RedirectFile[] {
  if (rules.length === 0) return [];
  const texts = files.map((file) => {
    const text = readSmallText(file) ?? "";
    const path = joinPath(folder, slashed(relative(site, file)));
    return { path, text, sources: new Set(quotedTexts(text).keys()), rules: [] as Redirect[] };
  });
  for (const rule of rules) (texts.find(({ sources }) => sources.has(rule.source)) ?? texts[0])?.rules.push(rule);
  return texts.flatMap((one) => configRedirects(one.path, one.text, one.rules));
}

/**
 * Redirects that a config in JavaScript has, each at its place in the config: where its source stands there as a text,
 * with the nearest text of its target. One that is not found stands at the start.
 *
 * @param path of the config, relative to the root of the run
 * @param rules sources and targets in the order of the config
 */
export function configRedirects(path: string, text: string, rules: readonly Redirect[]): RedirectFile[] {
  const places = quotedTexts(text);
  const read = rules.map(({ source, target }): RedirectRule => {
    const from = fieldAt(places.get(source)?.shift() ?? 0, source);
    const at = nearest(text, target, from.span.start);
    const to = at === undefined ? { ...from, value: target } : fieldAt(at, target);
    const span = {
      start: Math.min(from.span.start, to.span.start),
      end: Math.max(from.span.end, to.span.end),
    };
    return { path, source: from, target: to, conditional: false, span };
  });
  return read.length === 0 ? [] : [{ path, text, rules: read }];
}

const fieldAt = (start: number, value: string): Field => ({ value, span: { start, end: start + value.length } });

/** Where a text stands in quotes nearest to a place, on either side; undefined where it is too far to belong to it. */
function nearest(text: string, value: string, to: number): number | undefined {
  const from = Math.max(0, to - longestRule);
  const around = text.slice(from, to + longestRule);
  const places = ['"', "'", "`"].flatMap((quote) => {
    const quoted = quote + value + quote;
    return [around.indexOf(quoted, to - from), around.lastIndexOf(quoted, to - from)];
  });
  const distances = places.map((at) => (at < 0 ? Infinity : Math.abs(from + at - to)));
  const found = distances.indexOf(Math.min(...distances));
  return distances[found] === Infinity ? undefined : from + (places[found] ?? 0) + 1;
}

/** Where texts in quotes start, by what they say; those that stand as targets last. Those with escapes are left out. */
function quotedTexts(code: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const texts = [...code.matchAll(/(["'`])([^"'`\\\n]{1,500})\1/g)];
  const targets = new Set(texts.filter(({ index }) => isTarget(code.slice(Math.max(0, index - 40), index))));
  for (const { 2: value = "", index } of [...texts.filter((one) => !targets.has(one)), ...targets]) {
    const known = places.get(value);
    if (known === undefined) places.set(value, [index + 1]);
    else known.push(index + 1);
  }
  return places;
}

/** Whether what stands before a text makes it a target: its key, or the source itself as a key. */
const isTarget = (before: string): boolean =>
  /(?:\b(?:destination|target|to)|["'`])\s{0,9}:\s{0,9}$/.test(before) &&
  !/\b(?:source|from)["']\s{0,9}:\s{0,9}$/.test(before);
