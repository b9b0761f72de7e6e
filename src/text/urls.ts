import type { Entry } from "#model/entry";

/** Query parameters that say where a visitor came from and not what they see. */
const tracking = /^(?:utm_\w+|gclid|fbclid|mc_[ce]id)$/i;

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

/** The last segment of a URL's path without a file ending, percent escapes resolved; undefined where there is none. */
export function slugOf({ slug, url }: Pick<Entry, "slug" | "url">): string | undefined {
  if (slug !== undefined) return slug.value.trim() === "" ? undefined : slug.value.trim();
  const path = url?.value.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  const last = plainPath(path ?? "")
    .split("/")
    .at(-1);
  return last === undefined || last === "" ? undefined : last.replace(/\.(?:html?|php|aspx?)$/i, "");
}

/** Whether an entry is the site's front page. */
export const isHome = ({ url }: Pick<Entry, "url">): boolean =>
  url !== undefined && /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.html?)?$/i.test(url.value.trim());

const plainHost = (host: string) =>
  host
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/:(?:80|443)$/, "");

function plainPath(path: string): string {
  const short = path.replace(/\/index\.html?$/i, "/").replace(/(?<=.)\/$/, "");
  try {
    return decodeURIComponent(short).normalize("NFC");
  } catch {
    // A stray percent sign: what stands there is the name.
    return short;
  }
}

function plainQuery(query: string): string {
  const kept = query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !tracking.test(part.split("=", 1)[0] ?? ""));
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
