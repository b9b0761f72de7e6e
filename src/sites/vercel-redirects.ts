import type { RedirectFile } from "#model/site";
import { configRedirects } from "./config-redirects.ts";
import { isMap, jsonIn } from "./config-values.ts";

/** Most rules that are read; Vercel takes 2,048. */
const mostRules = 5000;
/** Longest source or target that is read, in UTF-16 units; Vercel takes 4,096. */
const longest = 4096;

interface Rule {
  readonly source: string;
  readonly target: string;
  readonly conditional: boolean;
}

/**
 * Reads the `redirects` of a `vercel.json` (https://vercel.com/docs/project-configuration, read on 2026-11-23). Patterns
 * are read where a group is a whole segment, or all the rest of a path; others are left out.
 */
export const readVercelRedirects = (path: string, text: string): RedirectFile | undefined =>
  redirectFile(path, text, rulesIn(jsonIn(text)));

/** Reads the redirects of a `firebase.json` (https://firebase.google.com/docs/hosting/full-config, read on 2026-11-23). */
export function readFirebaseRedirects(path: string, text: string): RedirectFile | undefined {
  const config = jsonIn(text);
  const rules = [isMap(config) ? config["hosting"] : undefined].flat().flatMap(rulesIn);
  // What is below a folder is written with two stars there.
  return redirectFile(
    path,
    text,
    rules.map((rule) => ({ ...rule, source: rule.source.replace(/\/\*\*$/, "/(.*)") })),
  );
}

function redirectFile(path: string, text: string, rules: readonly Rule[]): RedirectFile | undefined {
  const [file] = configRedirects(path, text, rules);
  if (file === undefined) return undefined;
  const read = file.rules.flatMap((rule, index) =>
    patternsOf(rule.source.value, rule.target.value).map(([source, target]) => ({
      ...rule,
      source: { ...rule.source, value: source },
      target: { ...rule.target, value: target },
      conditional: rules[index]?.conditional === true,
    })),
  );
  return { ...file, rules: read };
}

function rulesIn(config: unknown): Rule[] {
  const written = isMap(config) && Array.isArray(config["redirects"]) ? config["redirects"] : [];
  return written.slice(0, mostRules).flatMap((one: unknown): Rule[] => {
    const [source, target] = isMap(one) ? [one["source"], one["destination"]] : [];
    if (!isMap(one) || typeof source !== "string" || typeof target !== "string") return [];
    if (!source.startsWith("/") || Math.max(source.length, target.length) > longest) return [];
    return [{ source, target, conditional: one["has"] !== undefined || one["missing"] !== undefined }];
  });
}

/** Most words that a source may choose from. */
const mostChoices = 20;

/** What a rule means: one pattern for each of the words that its only group has, or one for all. */
function patternsOf(source: string, target: string): (readonly [string, string])[] {
  const choice = /^([^()]*)\(([\w/.-]+(?:\|[\w/.-]+)+)\)([^()]*)$/.exec(source);
  const [, before = "", words = "", after = ""] = choice ?? [];
  const chosen = words.split("|").slice(0, mostChoices);
  const rules =
    choice === null
      ? [[source, target]]
      : chosen.map((word) => [before + word + after, target.replaceAll("$1", () => word)]);
  return rules.flatMap(([from = "", to = ""]) => {
    const pattern = patternOf(from, to);
    return pattern === undefined ? [] : [pattern];
  });
}

/** A group that is one segment; it has a slash in it, which must not part it. */
const segmentGroup = /\(\[\^\/\][*+]\)/g;

/** A source and its target in the words of a `_redirects` file; undefined where they have none for it. */
function patternOf(source: string, target: string): readonly [string, string] | undefined {
  const names = new Map<string, string>();
  const segments = source.replace(segmentGroup, "(one)").split("/");
  const read = segments.map((segment, index) => {
    const rest = /^\((?:\.[*+])\)$|^:(\w{1,60})(?:\(\.[*+]\)|[*+])$/.exec(segment);
    const one = /^\(one\)$|^:(\w{1,60})$/.exec(segment);
    const found = rest ?? one;
    if (found === null) return /[():*+?\\|[\]]/.test(segment) ? undefined : segment;
    const name = rest === null ? `p${names.size + 1}` : "splat";
    // The rest of a path is that only at its end.
    if (rest !== null && index < segments.length - 1) return undefined;
    names.set(`$${names.size + 1}`, name);
    if (found[1] !== undefined) names.set(found[1], name);
    return rest === null ? `:${name}` : "*";
  });
  if (read.includes(undefined)) return undefined;
  const filled = target.replace(/(\$\d{1,2})|(?<=\/):(\w{1,60})[*+]?/g, (written, group?: string, name?: string) => {
    const known = names.get(group ?? name ?? "");
    return known === undefined ? written : `:${known}`;
  });
  return [read.join("/"), filled];
}
