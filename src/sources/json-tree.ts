import type { Span } from "#model/span";

/** A value of a JSON document and its place. */
export type JsonNode = JsonString | JsonScalar | JsonArray | JsonObject;

export interface JsonString extends Span {
  readonly kind: "string";
  readonly value: string;
}

interface JsonScalar extends Span {
  readonly kind: "scalar";
  readonly value: number | boolean | null;
}

interface JsonArray extends Span {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
  /** Whether its bracket is missing. */
  readonly isOpen: boolean;
}

export interface JsonObject extends Span {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
  /** Whether its brace is missing. */
  readonly isOpen: boolean;
}

export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}

/** The member under a key, or undefined. Of members with the same key the last one counts, as for `JSON.parse`. */
export const memberOf = ({ members }: JsonObject, key: string): JsonMember | undefined =>
  members.findLast((member) => member.key.value === key);

/** The plain value of a node. Objects have no prototype, so that no key means anything by itself. */
export function plainValue(node: JsonNode): unknown {
  if (node.kind === "array") return node.items.map(plainValue);
  if (node.kind !== "object") return node.value;
  const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const member of node.members) value[member.key.value] = plainValue(member.value);
  return value;
}
