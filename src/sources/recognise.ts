import type { Document, Format } from "#model/document";
import { recogniseJson } from "./recognise-json.ts";

/** How much of a document is looked at where all of it need not be, in UTF-16 units. */
const headLength = 65_536;

/** Tells the form of a document from its content. The name only decides where the content could be several. */
export function recognise({ path, text }: Pick<Document, "path" | "text">): Format {
  const head = text.slice(0, headLength).trimStart();
  const extension = /\.([a-z0-9]{1,10})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (/^(?:mdx?|markdown)$/.test(extension) || hasFrontMatter(head, extension)) return "markdown";
  if (head.startsWith("<")) return formOfMarkup(head);
  if (/^(?:\{|\[\s*(?:[{\]["]|$))/.test(head)) return recogniseJson(text);
  return formOfName(head, extension);
}

/** The form of a text that shows nothing of itself. */
function formOfName(head: string, extension: string): Format {
  switch (extension) {
    case "json":
      return "json";
    case "rss":
    case "xml":
      return "rss";
    case "atom":
      return "atom";
    case "html":
    case "htm":
      return /<[a-z]/i.test(head) ? "html" : "text";
    default:
      return "text";
  }
}

/** Front matter in YAML, TOML or (in a Markdown file) JSON. */
function hasFrontMatter(head: string, extension: string): boolean {
  if (/^---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*["']?[A-Za-z_][\w -]*["']?[ \t]*:(?:\s|$)/.test(head)) {
    // In a Markdown file, front matter whose end is missing is broken, and still no listing.
    return /^(?:md|markdown)$/.test(extension) || /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(head);
  }
  if (/^\+\+\+[ \t]*\r?\n/.test(head)) return /\n\+\+\+[ \t]*(?:\r?\n|$)/.test(head);
  return /^(?:md|markdown)$/.test(extension) && /^\{\s*"/.test(head);
}

/** HTML, or the feed that the root element says. XML that is no feed goes to the reader of feeds, which says so. */
function formOfMarkup(head: string): Format {
  const root = /<(?![?!])[a-z][\w:.-]*/i.exec(withoutComments(head))?.[0].slice(1).toLowerCase() ?? "";
  if (root === "rss" || root === "rdf:rdf") return "rss";
  if (root === "feed" || root.endsWith(":feed")) return "atom";
  return /^<\?xml\s/i.test(head) && root !== "html" ? "rss" : "html";
}

function withoutComments(head: string): string {
  let text = head;
  for (;;) {
    const start = text.indexOf("<!--");
    const end = start < 0 ? -1 : text.indexOf("-->", start);
    const root = text.search(/<[a-z]/i);
    if (end < 0 || (root >= 0 && root < start)) return text;
    text = text.slice(0, start) + text.slice(end + 3);
  }
}
