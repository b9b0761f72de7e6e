import { decoded } from "#text/urls";

/** A link as it is written, in its parts. */
export type WrittenLink =
  | { readonly kind: "empty" }
  /** A template decides where it leads. */
  | { readonly kind: "template" }
  /** A call of the generator that names a document: `ref` and `relref` of Hugo, `link` and `post_url` of Jekyll. */
  | { readonly kind: "document"; readonly path: string; readonly fragment: string; readonly by: "path" | "post" }
  | { readonly kind: "external" }
  | {
      readonly kind: "path";
      /** Decoded; "" where only a query or a fragment is written. */
      readonly path: string;
      readonly query: string;
      readonly fragment: string;
      /** The origin that it was written with, if any. */
      readonly origin: string;
    };

/** Longest link that is looked at, in UTF-16 units. */
const longest = 4000;

/** Where a site is served. */
export interface Served {
  readonly origin: string;
  /** With a slash at its start and none at its end; "" for the root. */
  readonly basePath: string;
}

/** The origin and the path of a base URL; both empty where there is none. */
export function servedAt(baseUrl: string | undefined): Served {
  const url = baseUrl === undefined || baseUrl.length > longest ? "" : baseUrl;
  const found = /^((?:https?:)?\/\/[^/?#]+)([^?#]*)/i.exec(url);
  const path = found === null ? url.replace(/^[^/]*$/, "") : (found[2] ?? "");
  return { origin: found?.[1] ?? "", basePath: path.replace(/(?<!\/)\/+$/, "") };
}

/** Takes a link apart. Links to the site's own origin count as paths. */
export function readLink(href: string, { origin }: Served): WrittenLink {
  const written = href.trim();
  if (written === "") return { kind: "empty" };
  if (written.length > longest) return { kind: "template" };
  const call = documentCall(written);
  if (call !== undefined) return call;
  if (/\{\{|\{%|<%|\$\{|\uFFFC|^%[a-z_]{3,30}%/i.test(written)) return { kind: "template" };
  const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.exec(written)?.[0];
  if (scheme === undefined) return pathLink(written, "");
  const host = /^(?:https?:)?\/\/([^/?#]*)/i.exec(written);
  if (host === null || origin === "" || hostName(host[1] ?? "") !== hostName(origin)) return { kind: "external" };
  return pathLink(written.slice(host[0].length) || "/", host[0]);
}

const hostName = (origin: string) => origin.replace(/^(?:https?:)?\/\//i, "").toLowerCase();

function pathLink(text: string, origin: string): WrittenLink {
  const hash = text.indexOf("#");
  const fragment = hash < 0 ? "" : text.slice(hash + 1);
  const rest = hash < 0 ? text : text.slice(0, hash);
  const mark = rest.indexOf("?");
  const query = mark < 0 ? "" : rest.slice(mark);
  return { kind: "path", path: decoded(mark < 0 ? rest : rest.slice(0, mark)), query, fragment, origin };
}

function documentCall(written: string): WrittenLink | undefined {
  const hugo =
    /^\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}(?:path\s{0,9}=\s{0,9})?["'`]?([^"'`\s>%]{1,500})["'`]?\s{0,9}[%>]\}\}(?:#(\S{0,300}))?$/i.exec(
      written,
    );
  const jekyll =
    /^(?:\{\{\s{0,9}site\.(?:base)?url\s{0,9}\}\})?\{%-?\s{0,9}(link|post_url)\s{1,9}([^\s%]{1,500})\s{0,9}-?%\}(?:#(\S{0,300}))?$/.exec(
      written,
    );
  if (hugo !== null) {
    const [path = "", inner = ""] = (hugo[1] ?? "").split("#");
    return { kind: "document", path: decoded(path), fragment: hugo[2] ?? inner, by: "path" };
  }
  if (jekyll === null) return undefined;
  return {
    kind: "document",
    path: jekyll[2] ?? "",
    fragment: jekyll[3] ?? "",
    by: jekyll[1] === "post_url" ? "post" : "path",
  };
}

/** A path relative to a folder, both starting with a slash; the last slash stays. */
export function resolvePath(folder: string, path: string): string {
  const steps: string[] = [];
  const all = path.startsWith("/") ? path : `${folder}/${path}`;
  for (const step of all.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const end = /(?:^|\/)(?:\.{0,2})$/.test(all) ? "/" : "";
  return steps.length === 0 ? "/" : `/${steps.join("/")}${end}`;
}

/** A decoded path as a link has it: only what would end or split a link is escaped. */
export const linkPath = (path: string): string => path.replace(/[\s()<>"%\\^`{|}?#]/g, encodeURIComponent);
