import type { Format } from "#model/document";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it must be written inside a value of a form: with the escapes of JSON, HTML or XML. */
export function escapeFor(format: Format, text: string): string {
  switch (format) {
    case "json":
    case "json-feed":
    case "search-index":
      return JSON.stringify(text).slice(1, -1);
    case "html":
    case "rss":
    case "atom":
      return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
    default:
      return text;
  }
}
