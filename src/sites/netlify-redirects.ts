import type { Field } from "#model/field";
import type { RedirectFile, RedirectRule } from "#model/site";

/** Longest line that is read, in UTF-16 units, and most rules. */
const longestLine = 4000;
const mostRules = 20_000;

const pair = /^[ \t]*(from|to|status|force|query|conditions)[ \t]*=[ \t]*(?:"([^"\\]*)"|'([^']*)'|([^\s#]+))/;
const table = /^[ \t]*\[{1,2}[ \t]*([\w.]{1,60})[ \t]*\]{1,2}/;

/**
 * Reads the `[[redirects]]` of a `netlify.toml`, which count after those of a `_redirects` file
 * (https://docs.netlify.com/manage/routing/redirects/overview/, read on 2026-11-23). A rule is read from the lines of its
 * keys, so that each has its place; what is written otherwise is left out.
 */
export function readNetlifyRedirects(path: string, text: string): RedirectFile {
  const blocks: Map<string, Field>[] = [];
  let keys: Map<string, Field> | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (line.length > longestLine) continue;
    const name = table.exec(line)?.[1];
    if (name === "redirects") blocks.push((keys = new Map()));
    else if (name !== undefined && !name.startsWith("redirects.")) keys = undefined;
    else if (name !== undefined) keys?.set(name.slice(10), field("", index + line.length));
    else if (keys !== undefined) readPair(line, index, keys);
  }
  return { path, text, rules: blocks.slice(0, mostRules).flatMap((block) => ruleOf(path, block)) };
}

const field = (value: string, end: number): Field => ({ value, span: { start: end - value.length, end } });

/** Adds what a line says of its rule; of a key that is given twice the first counts. */
function readPair(line: string, at: number, keys: Map<string, Field>): void {
  const [all = "", key = "", double, single, bare] = pair.exec(line) ?? [];
  const value = double ?? single ?? bare;
  if (value === undefined || keys.has(key)) return;
  keys.set(key, field(value, at + all.length - (bare === undefined ? 1 : 0)));
}

function ruleOf(path: string, keys: ReadonlyMap<string, Field>): RedirectRule[] {
  const [source, target, status] = [keys.get("from"), keys.get("to"), keys.get("status")];
  if (source === undefined || target === undefined || /^[^/]/.test(source.value)) return [];
  const mark = keys.get("force")?.value === "true" ? "!" : "";
  const spans = [...keys.values()].map(({ span }) => span);
  return [
    {
      path,
      source,
      target,
      ...(status !== undefined && { status: { ...status, value: status.value + mark } }),
      conditional: keys.has("query") || keys.has("conditions"),
      span: { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
    },
  ];
}
