import { frontMatterValues } from "#facts/front-matter-values";
import type { Entry } from "#model/entry";
import { pairOf, type FrontMatterMap, type FrontMatterPair, type FrontMatterValue } from "#model/front-matter";
import type { SchemaFault } from "#model/front-matter-schema";
import { placeOf, type Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "entry",
  summary: "Write front matter that fits the schema of its section.",
  severity: "error",
  presets: [],
  messages: {
    missing: "Front matter lacks {expected}, which its schema asks for{where}.",
    value: "“{name}” is {found}; the schema asks for {expected}.",
    key: "“{name}” is {found}; {expected}",
  },
  facts: { frontMatterValues },

  *check(entry, _options, { frontMatterValues: root }, { frontMatter }) {
    if (root === null) return;
    for (const fault of frontMatter?.(entry.path, root) ?? []) {
      const { path, part, found, expected } = fault;
      const name = path.join(".");
      const at = placeIn(entry, root, fault);
      if (part === "missing") {
        const where = name === "" ? "" : ` in “${name}”`;
        yield { message: "missing", data: { expected, where }, at, key: `${name} ${expected}` };
      } else yield { message: part, data: { name, found, expected }, at, key: name };
    }
  },
});

/** The value that a fault is about, or its key; where something is missing, the map that it is missing from. */
function placeIn(entry: Entry, root: FrontMatterMap, { path, part }: SchemaFault): Place {
  let value: FrontMatterValue = root;
  let span = placeOf(entry).span;
  for (const [depth, name] of path.entries()) {
    if (value.kind === "list") {
      const item: FrontMatterValue | undefined = value.items[Number(name)];
      if (item === undefined) break;
      value = item;
      span = item.span;
    } else {
      const pair: FrontMatterPair | undefined = value.kind === "map" ? pairOf(value, name) : undefined;
      if (pair === undefined) break;
      value = pair.value;
      const isKey = part !== "value" && depth === path.length - 1;
      span = isKey || value.span.end === value.span.start ? pair.key.span : value.span;
    }
  }
  return { path: entry.path, span, anchor: `key:${path.join(".")}`, entry };
}
