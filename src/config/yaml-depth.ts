import { Lexer } from "yaml";
import { deepest, tooDeep, type TextFlaw } from "./places.ts";

// Single control characters with which the lexer says that a document or a scalar starts, or a flow ends too early.
const marks = new Set(["\u0002", "\u0018", "\u001f"]);

const bracketSteps: ReadonlyMap<string, number> = new Map([
  ["[", 1],
  ["{", 1],
  ["]", -1],
  ["}", -1],
]);

/** A line that others may be nested in. */
interface OpenLine {
  readonly indent: number;
  /** Levels up to this line and with it. */
  levels: number;
}

/**
 * The place where a YAML text gets too deep, by its tokens alone. The parser calls itself at each level, and the end of
 * the stack can end the whole process, so this must be known before it runs.
 */
export function firstTooDeep(text: string): TextFlaw | undefined {
  const open: OpenLine[] = [];
  let line: OpenLine | undefined;
  let brackets = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue;
    if (isLineBreak(token)) line = undefined;
    else {
      line ??= openLine(open, token);
      brackets += bracketSteps.get(token) ?? 0;
      if (token === "-" || token === "?") line.levels++;
      if (line.levels + brackets > deepest) return { offset, message: tooDeep };
    }
    offset += token.length;
  }
  return undefined;
}

const isLineBreak = (token: string) => token === "\n" || token === "\r\n";

/** Opens a line by its first token, and closes those that are not to the left of it. */
function openLine(open: OpenLine[], token: string): OpenLine {
  const indent = token.length - token.trimStart().length;
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
  const line = { indent, levels: (open.at(-1)?.levels ?? 0) + 1 };
  open.push(line);
  return line;
}
