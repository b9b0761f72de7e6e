import { printable } from "#text/printable";

/** An element's attributes; those that are undefined are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One XML element: around a text, on one line, or around other elements, each on its own line. */
export function element(name: string, attributes: Attributes, content: string | readonly string[] = []): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`],
  );
  const start = `<${name}${given.join("")}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") return `${start}>${escapeMarkup(content)}</${name}>`;
  return [`${start}>`, ...content.map(indent), `</${name}>`].join("\n");
}

/** A document around its root element. */
export const xmlDocument = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

const indent = (xml: string) => xml.replace(/^/gm, "  ");

/**
 * Text that XML and HTML show as it is, in an element or in an attribute in double quotes. XML 1.0 has no way to write
 * control characters, which `printable` spells out, nor U+FFFE and U+FFFF.
 */
export const escapeMarkup = (text: string) =>
  printable(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
