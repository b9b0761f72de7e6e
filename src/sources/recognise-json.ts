import type { Format } from "#model/document";
import { tokensOf, type TokenKind } from "./json-tokens.ts";

/** How many signs of a document are looked at: enough for the first record of a list, however long its texts are. */
const mostTokens = 20_000;

/** Names that only search indexes give to a post's URL and text. */
const searchKeys = new Set(["permalink", "relpermalink", "relPermalink", "uri", "href", "contents", "body"]);

/** Tells which of the JSON forms a document has, by the keys of its first record or of the whole. */
export const recogniseJson = (text: string): Format => (/^\s*\[/.test(text) ? formOfList(text) : formOfObject(text));

function formOfList(text: string): Format {
  for (const { key, depth, record } of keysIn(text)) {
    if (record > 1) break;
    if (depth === 2 && searchKeys.has(key)) return "search-index";
  }
  return "json";
}

function formOfObject(text: string): Format {
  let hasItems = false;
  for (const { key, value, depth } of keysIn(text)) {
    if (depth !== 1) continue;
    if (key === "posts") return "json";
    if (key === "version" && /^https?:\/\/(?:www\.)?jsonfeed\.org\//.test(value)) return "json-feed";
    hasItems ||= key === "items" && value === "[";
  }
  return hasItems ? "json-feed" : "json";
}

interface Key {
  readonly key: string;
  /** The text under the key; of another value, its first sign. */
  readonly value: string;
  /** How many containers the key is in. */
  readonly depth: number;
  /** Which container inside of the outermost one this is, from 1. */
  readonly record: number;
}

/** The keys of a document in order, as far as it is looked at. */
function* keysIn(text: string): Generator<Key> {
  const next = tokensOf(text);
  let [depth, record] = [0, 0];
  let [key, token] = [next(), next()];
  depth += steps[key.kind] ?? 0;
  for (let count = 0; count < mostTokens && token.kind !== "end"; count++) {
    const following = next();
    const value = following.kind === "string" ? following.value : following.kind;
    if (token.kind === ":") yield { key: key.value, value, depth, record };
    const step = steps[token.kind] ?? 0;
    if (step > 0 && depth === 1) record++;
    depth += step;
    [key, token] = [token, following];
  }
}

const steps: Partial<Record<TokenKind, number>> = { "{": 1, "[": 1, "}": -1, "]": -1 };
