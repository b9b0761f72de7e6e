import { jsPairs } from "./js-pairs.ts";
import { JsModules } from "./js-modules.ts";
import { nameParts, urlPath } from "./placement.ts";
import { listFiles } from "./site-files.ts";

/** What a parameter of a route is filled with. */
type Filling = "id" | "first" | "rest" | { readonly text: string };

/** A page with parameters in its path, such as `posts/[...slug].astro`. */
export interface AstroRoute {
  /** The parts of its path: "posts", "[...slug]". */
  readonly parts: readonly string[];
  /** `documents`: one page for each entry of its collections. `list`: the pages of a list. `open`: only its code knows. */
  readonly kind: "documents" | "list" | "open";
  /** Names of the collections that it loads. */
  readonly collections: readonly string[];
  /** By the names of the parameters. Only for documents. */
  readonly params: Readonly<Record<string, Filling>>;
  /** Whether its code asks which entries are drafts. */
  readonly asksForDrafts: boolean;
  /** Whether it has no other pages than those of the entries. Only for documents. */
  readonly isClosed: boolean;
}

/** A route of which nothing but its path is known, and perhaps that it has the pages of a list. */
export const openRoute = (path: string, kind: "open" | "list" = "open"): AstroRoute => ({
  parts: path.split("/").filter((part) => part !== ""),
  kind,
  collections: [],
  params: {},
  asksForDrafts: false,
  isClosed: false,
});

/** The pages of a site that are no Markdown. */
export interface AstroPages {
  /** URL paths. */
  readonly pages: readonly string[];
  readonly routes: readonly AstroRoute[];
}

/**
 * Reads the folder of pages (https://docs.astro.build/en/guides/routing/, read on 2026-11-23).
 *
 * @param folder absolute
 */
export function readPages(folder: string, modules: JsModules): AstroPages {
  const files = listFiles(folder).filter((path) => /\.(?:astro|html|[jt]s)$/.test(path) && !/(?:^|\/)_/.test(path));
  const plain = files.filter((path) => !path.includes("["));
  return {
    pages: plain.map((path) => pageUrl(path)),
    routes: files.filter((path) => path.includes("[")).map((path) => readRoute(folder, path, modules)),
  };
}

/** The URL path of a page by the path of its file. */
export function pageUrl(path: string, last: "/" | "" = "/"): string {
  const { dir, name, end } = nameParts(path);
  // `rss.xml.js` is served as `rss.xml`.
  if (/^[jt]s$/.test(end)) return urlPath([dir, name]);
  if (dir === "" && /^(?:404|500)$/.test(name)) return `/${name}.html`;
  return urlPath([dir, name === "index" ? "" : name], last);
}

function readRoute(folder: string, path: string, modules: JsModules): AstroRoute {
  const { dir, name, end } = nameParts(path);
  const parts = [...dir.split("/"), name === "index" ? "" : name].filter((part) => part !== "");
  const code = codeBehind(`${folder}/${path}`, modules);
  const loaded = code.matchAll(/\bget(?:Collection|Entry)\s*(?:<[^>()]{0,100}>)?\(\s*["'`]([\w-]{1,100})["'`]/g);
  const collections = [...new Set(Array.from(loaded, ([, one = ""]) => one))];
  const all = [...code.matchAll(/\bparams\s*:\s*(?=(\{?))/g)];
  const given = all.map(({ 0: { length }, 1: brace, index }) =>
    brace === "" ? undefined : paramsOf(jsPairs(code, index + length), code),
  );
  const readable = new Map(given.flatMap((one) => (one === undefined ? [] : [[JSON.stringify(one), one]])));
  const params = readable.size > 1 ? undefined : ([...readable.values()][0] ?? servedParams(code, parts));
  const base = { parts, collections, asksForDrafts: /draft/i.test(code) };
  if (isEndpoint(end)) return { ...base, kind: "open", params: {}, isClosed: false };
  if (params !== undefined && collections.length > 0) {
    return { ...base, kind: "documents", params, isClosed: given.length === 1 };
  }
  return { ...base, kind: isPager(parts, code) ? "list" : "open", params: {}, isClosed: false };
}

/** The code that says which pages a route has, from all modules that it stands in. */
function codeBehind(file: string, modules: JsModules): string {
  const start = modules.declaration(file, "getStaticPaths") ?? modules.module(file);
  const pieces = start === undefined ? [] : modules.reach(start);
  return pieces.map(({ code }) => code).join("\n");
}

const isEndpoint = (end: string) => /^[jt]s$/.test(end);

/** Whether the last part counts the pages of a list, and the others are known. */
const isPager = (parts: readonly string[], code: string): boolean =>
  /\bpaginate\(/.test(code) &&
  /^\[(?:\.\.\.)?page\]$/.test(parts.at(-1) ?? "") &&
  parts.slice(0, -1).every((part) => !part.includes("["));

/** The parameters of a page that asks for its entry when it is visited: by `Astro.params`. */
function servedParams(code: string, parts: readonly string[]): AstroRoute["params"] | undefined {
  const names = parts.flatMap((part) => parameterIn(part) ?? []);
  const [only, ...others] = names;
  const asks = /\bgetEntry\s*\(\s*["'`][\w-]{1,100}["'`]\s*,/.test(code) && code.includes("Astro.params");
  return asks && only !== undefined && others.length === 0 ? { [only]: "id" } : undefined;
}

/** The name of the parameter that a part of a path is; undefined where it is none, or only a part of the part. */
const parameterIn = (part: string): string | undefined => /^\[(?:\.\.\.)?([\w$-]{1,100})\]$/.exec(part)?.[1];

/** What is written for parameters, as far as an entry's id fills one of them; undefined where code decides. */
function paramsOf(written: ReadonlyMap<string, string>, code: string): AstroRoute["params"] | undefined {
  const split = /\[\s*([\w$]+)\s*,\s*\.\.\.\s*([\w$]+)\s*\]\s*=\s*[\w$]+\.(?:id|slug)\.split\(/.exec(code);
  const fillings = Array.from(written, ([name, value]) => [name, fillingOf(value, code, split)] as const);
  if (!fillings.some(([, filling]) => filling === "id" || filling === "rest")) return undefined;
  const known = fillings.flatMap(([name, filling]) => (filling === undefined ? [] : [[name, filling] as const]));
  return known.length === fillings.length ? Object.fromEntries(known) : undefined;
}

function fillingOf(value: string, code: string, split: RegExpExecArray | null): Filling | undefined {
  if (/^[\w$]+\??\.(?:id|slug)$/.test(value) || isNameOfId(value, code)) return "id";
  const text = /^(["'`])([^"'`$]{0,200})\1$/.exec(value)?.[2];
  if (text !== undefined) return { text };
  if (split === null) return undefined;
  if (value === split[1]) return "first";
  return value.startsWith(`${split[2] ?? ""}.join(`) ? "rest" : undefined;
}

/** Whether a name stands for the id of an entry: by `const slug = post.id`, or by a function of `({ id: slug })`. */
function isNameOfId(name: string, code: string): boolean {
  if (!/^[\w$]{1,100}$/.test(name)) return false;
  const plain = name.replaceAll("$", "\\$");
  const declared = new RegExp(`\\b(?:const|let)\\s+${plain}\\s*=\\s*[\\w$]+\\.(?:id|slug)\\s*[;\\n]`);
  const given = /^(?:id|slug)$/.test(name) ? `(?:(?:id|slug)\\s*:\\s*)?${plain}` : `(?:id|slug)\\s*:\\s*${plain}`;
  return declared.test(code) || new RegExp(`\\(\\s*\\{[^{}()]{0,200}\\b${given}\\s*[,}]`).test(code);
}

/** The URL path of an entry by a route that serves it; undefined where the route can't serve it. */
export function fillRoute({ parts, params }: AstroRoute, id: string, last: "/" | ""): string | undefined {
  const slash = id.indexOf("/");
  const filled = parts.map((part) => {
    const name = parameterIn(part);
    if (name === undefined) return part.includes("[") ? undefined : part;
    const filling = params[name];
    if (filling === undefined || typeof filling === "object") return filling?.text;
    const value =
      filling === "id" ? id : filling === "first" ? id.split("/", 1)[0] : slash < 0 ? "" : id.slice(slash + 1);
    // A parameter that is no rest holds one part only: the build ends with an error there.
    return value?.includes("/") === true && !part.startsWith("[...") ? undefined : value;
  });
  const known = filled.filter((part) => part !== undefined);
  return known.length === filled.length ? urlPath(known, last) : undefined;
}

/** Whether a route may serve a page that no document and no file is named after. */
export function mayServe({ kind, parts, isClosed }: AstroRoute, url: string): boolean {
  if (isClosed) return false;
  const names = url
    .replace(/\.html$/, "")
    .split("/")
    .filter((name) => name !== "");
  for (const [index, part] of parts.entries()) {
    const name = names[index];
    if (kind === "list" && index === parts.length - 1) {
      return name === undefined ? part.startsWith("[...") : names.length === parts.length && /^\d{1,6}$/.test(name);
    }
    if (part.startsWith("[...")) return true;
    if (name === undefined || (part !== name && !part.includes("["))) return false;
  }
  return names.length === parts.length;
}
