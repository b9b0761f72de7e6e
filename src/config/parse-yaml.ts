import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node } from "yaml";
import type { ConfigPath, Flaw } from "./flaw.ts";
import type { Parse, TextFlaw } from "./places.ts";
import { quote, visible } from "./wording.ts";
import { firstTooDeep } from "./yaml-depth.ts";

// An alias can stand for much, and for other aliases: a hundred are more than any config needs.
const mostAliases = 100;
const tooManyAliases = "its aliases stand for too much; write the values out";

/** Parses a config in YAML 1.2. An empty one is an empty map. */
export function parseYaml(text: string): Parse {
  const flaw = firstTooDeep(text);
  if (flaw !== undefined) return { flaws: [flaw] };
  // The parser's own check for doubled keys takes quadratic time.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, merge: false });
  const wrong = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    offset: pos[0],
    message: `this is not valid YAML: ${visible(message)}`,
  }));
  const flaws = wrong.length > 0 ? wrong : [...structureFlaws(document)];
  if (flaws.length > 0) return { flaws };
  return valueOf(document);
}

function valueOf(document: Document.Parsed): Parse {
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return { value: value ?? {}, offsetOf: (path, part) => offsetIn(document, path, part) };
  } catch (error) {
    // Aliases of aliases multiply. The parser gives up in time, with one of these.
    if (error instanceof ReferenceError || error instanceof RangeError)
      return { flaws: [{ offset: 0, message: tooManyAliases }] };
    throw error;
  }
}

/** Doubled keys, unknown aliases and too many of them. */
function* structureFlaws({ contents }: Document.Parsed): Iterable<TextFlaw> {
  const anchors = new Set<string>();
  const open: unknown[] = [contents];
  let aliases = 0;
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) {
      aliases++;
      if (!anchors.has(node.source)) {
        yield { offset: startOf(node), message: `no anchor ${quote(node.source)} stands before this alias` };
      } else if (aliases > mostAliases) {
        yield { offset: startOf(node), message: tooManyAliases };
        return;
      }
    }
    if (isPair(node)) open.push(node.value, node.key);
    if ((isCollection(node) || isScalar(node)) && node.anchor !== undefined) anchors.add(node.anchor);
    if (isMap(node)) yield* doubledKeys(node.items.map(({ key }) => key));
    if (isCollection(node)) for (const item of node.items.toReversed()) open.push(item);
  }
}

function* doubledKeys(keys: readonly unknown[]): Iterable<TextFlaw> {
  const seen = new Set<string>();
  for (const key of keys) {
    const name = nameOf(key);
    if (seen.has(name))
      yield { offset: startOf(key as Node), message: `key ${quote(name)} stands here twice; keep one` };
    seen.add(name);
  }
}

const nameOf = (key: unknown) => (isScalar(key) ? String(key.value ?? "") : String(key));

const startOf = (node: Node) => node.range?.[0] ?? 0;

function offsetIn(document: Document.Parsed, path: ConfigPath, part: Flaw["part"]): number | undefined {
  let place: Place = { key: undefined, value: document.contents };
  for (const name of path) {
    const inner = inside(document, place.value, name);
    if (inner === undefined) return undefined;
    place = inner;
  }
  const node = part === "key" ? (place.key ?? place.value) : (place.value ?? place.key);
  return node ? startOf(node) : undefined;
}

interface Place {
  readonly key: Node | undefined;
  readonly value: Node | null;
}

/** One step into a map or a list, through an alias if one stands there. */
function inside(document: Document.Parsed, node: Node | null, name: string): Place | undefined {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isSeq<Node>(target)) {
    const item = target.items[Number(name)];
    return item && { key: undefined, value: item };
  }
  const pair = isMap<Node, Node | null>(target) ? target.items.find(({ key }) => nameOf(key) === name) : undefined;
  return pair && { key: pair.key, value: pair.value };
}
