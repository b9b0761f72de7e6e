import type { Entry } from "#model/entry";
import { isTracking } from "./tracking.ts";

/**
 * What names the page that an entry links to, equal for all ways to write its URL: host without "www." and port, path
 * without "index.html" and last slash, percent escapes resolved, query without tracking, and fragment.
 *
 * @returns undefined where the entry has no URL
 */
export function urlKey({ url }: Pick<Entry, "url">): string | undefined {
  const written = url?.value.trim();
  if (written === undefined || written === "") return undefined;
  const match = /^(?:(?:https?:)?\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(written);
  if (match === null) return written;
  const [, host = "", path = "", query = "", fragment = ""] = match;
  return plainHost(host) + plainPath(path) + plainQuery(query) + (fragment === "#" ? "" : fragment);
}

/** The host of an entry's URL without "www."; "" where it names none. */
export const hostOf = ({ url }: Pick<Entry, "url">): string =>
  plainHost(/^(?:https?:)?\/\/([^/?#]*)/i.exec(url?.value.trim() ?? "")?.[1] ?? "");

/** The path of an entry's URL without its last slash, percent escapes resolved; undefined without a URL. */
export const pathOf = ({ url }: Pick<Entry, "url">): string | undefined =>
  url === undefined ? undefined : plainPath(pathIn(url.value.trim()));

/** The path of a URL as it is written, without scheme, host, query and fragment; "" where it names none. */
export const pathIn = (url: string): string =>
  url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");

/** A text with its percent escapes resolved; as it is where they are wrong. */
export function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: what stands there is the name.
    return text;
  }
}

/** What names an entry in its URL: its slug, or the path's last segment without a file ending; undefined without one. */
export function slugOf(entry: Pick<Entry, "slug" | "url">): string | undefined {
  const last = pathOf(entry)
    ?.split("/")
    .at(-1)
    ?.replace(/\.(?:html?|php|aspx?)$/i, "");
  const name = entry.slug?.value.trim() ?? last;
  return name === "" ? undefined : name;
}

/** Whether an entry is the site's front page. */
export const isHome = ({ url }: Pick<Entry, "url">): boolean =>
  url !== undefined && /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.html?)?$/i.test(url.value.trim());

const plainHost = (host: string) =>
  host
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/:(?:80|443)$/, "");

const plainPath = (path: string): string =>
  decoded(path.replace(/\/index\.html?$/i, "/").replace(/(?<=.)\/$/, "")).normalize("NFC");

function plainQuery(query: string): string {
  const kept = query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !isTracking(part));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
