import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  visit,
  type Node,
  type ParseError,
} from "jsonc-parser";
import type { ConfigPath } from "./flaw.ts";
import { deepest, tooDeep, type Parse, type TextFlaw } from "./places.ts";
import { quote } from "./wording.ts";

/**
 * Parses a config in JSON.
 *
 * @param comments whether comments and trailing commas are allowed
 * @param under the key that holds the config, where it is a part of the file
 */
export function parseJson(text: string, comments: boolean, under?: string): Parse {
  const flaw = firstTooDeep(text);
  if (flaw !== undefined) return { flaws: [flaw] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  if (root === undefined || errors.length > 0) {
    // One slip makes several errors in one place: the first says it best.
    const first = errors.filter(({ offset }, index) => offset !== errors[index - 1]?.offset);
    return { flaws: first.map(flawOfError) };
  }
  const config = under === undefined ? root : findNodeAtLocation(root, [under]);
  if (config === undefined) return { flaws: [{ offset: 0, message: `it has no key ${quote(under ?? "")}` }] };
  const flaws = [...doubledKeys(config)];
  if (flaws.length > 0) return { flaws };
  return {
    value: getNodeValue(config),
    offsetOf(path, part) {
      const node = nodeAt(config, path);
      const key = node?.parent?.type === "property" ? node.parent.children?.[0] : undefined;
      return (part === "key" ? (key ?? node) : node)?.offset;
    },
  };
}

/** "CommaExpected" → "comma expected". */
const flawOfError = ({ error, offset }: ParseError): TextFlaw => ({
  offset,
  message: `this is not valid JSON: ${printParseErrorCode(error)
    .replace(/(?<!^)(?=[A-Z])/g, " ")
    .toLowerCase()}`,
});

/** The parser calls itself at every bracket: this stops it before the stack overflows. */
function firstTooDeep(text: string): TextFlaw | undefined {
  let depth = 0;
  let found: number | undefined;
  const enter = (offset: number) => {
    depth++;
    if (depth <= deepest) return;
    found = offset;
    throw new RangeError("nested too deep");
  };
  const leave = () => void depth--;
  try {
    visit(text, { onObjectBegin: enter, onArrayBegin: enter, onObjectEnd: leave, onArrayEnd: leave });
  } catch (error) {
    if (found === undefined) throw error;
    return { offset: found, message: tooDeep };
  }
  return undefined;
}

function* doubledKeys(node: Node): Iterable<TextFlaw> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const name: unknown = node.type === "object" ? child.children?.[0]?.value : undefined;
    if (typeof name === "string" && seen.has(name)) {
      yield { offset: child.offset, message: `key ${quote(name)} stands here twice; keep one` };
    }
    seen.add(name);
    yield* doubledKeys(child);
  }
}

const nodeAt = (root: Node, path: ConfigPath): Node | undefined =>
  path.reduce<Node | undefined>(
    (node, name) => node && findNodeAtLocation(node, [node.type === "array" ? Number(name) : name]),
    root,
  );
