import { flagAt, mapAt, textAt, type ConfigMap } from "./config-values.ts";
import { listFiles, readSmallText } from "./site-files.ts";

/** What makes links or pictures of Markdown: nothing in their way, Hugo's own template, or one of site or theme. */
type RenderHook = "none" | "embedded" | "custom";

/** What a site has to know of its templates for links and pictures. */
export interface HugoHooks {
  readonly link: RenderHook;
  readonly image: RenderHook;
}

/**
 * Which templates make links and pictures. Most that sites have only add attributes and hand the destination through:
 * those do not count. Hugo's own finds documents and resources by their paths; where languages share a host and nothing
 * else is set it is on since 0.123 (https://gohugo.io/render-hooks/links/, read on 2026-11-23).
 *
 * @param layouts absolute paths of the folders of templates
 * @param minor the version of Hugo that builds the site, without its "0."
 */
export function hugoHooks(config: ConfigMap, layouts: readonly string[], minor: number): HugoHooks {
  const goldmark = mapAt(mapAt(config, "markup"), "goldmark");
  const isMultilingual =
    Object.keys(mapAt(config, "languages")).length > 1 && !flagAt(goldmark, "duplicateresourcefiles", false);
  const hookOf = (kind: "link" | "image"): RenderHook => {
    const settings = mapAt(mapAt(goldmark, "renderhooks"), kind);
    const use = flagAt(settings, "enabledefault", false) ? "fallback" : textAt(settings, "useembedded")?.toLowerCase();
    const isOn = use === "fallback" || (minor >= 123 && (use ?? "auto") === "auto" && isMultilingual);
    if (use === "always") return "embedded";
    const own = templates(layouts, new RegExp(`(?:^|/)_markup/render-${kind}\\b`));
    if (own.length === 0) return isOn ? "embedded" : "none";
    return own.every(handsThrough) ? "none" : "custom";
  };
  return { link: hookOf("link"), image: hookOf("image") };
}

/** The texts of the templates whose paths fit. */
const templates = (layouts: readonly string[], path: RegExp): (string | undefined)[] =>
  layouts.flatMap((folder) =>
    listFiles(folder)
      .filter((one) => path.test(one))
      .map((one) => readSmallText(`${folder}/${one}`)),
  );

const plainTarget =
  /^(?:href|src)\s{0,3}=\s{0,3}["']?\{\{-?\s{0,9}\.Destination\s{0,9}(?:\|\s{0,9}safe(?:URL|HTML|HTMLAttr)\s{0,9}){0,3}-?\}\}/;

/** Whether every link and picture that a template makes has the destination as it was written. */
function handsThrough(template: string | undefined): boolean {
  const targets = [...(template ?? "").matchAll(/\b(?:href|src)\b/g)];
  return (
    targets.length > 0 && targets.every(({ index }) => plainTarget.test((template ?? "").slice(index, index + 200)))
  );
}

/** Whether a shortcode of Hugo's is replaced by a template of site or theme. */
export const isReplaced = (name: string, layouts: readonly string[]): boolean =>
  templates(layouts, new RegExp(`(?:^|/)_?shortcodes/${name}\\.`)).length > 0;

/**
 * The paths that redirects lead from which a template writes when the site is built, such as `layouts/index.redirects`;
 * a star at the end stands for everything below. Where they lead is for the template to say.
 */
export function generatedRedirects(layouts: readonly string[]): string[] {
  return templates(layouts, /(?:^|[/_.])redir(?:ect)?s?(?:\.\w{1,9})?$/).flatMap((text = "") =>
    text
      .split(/\r?\n/)
      .flatMap((line) => /^\s{0,20}(\/?[^\s{}#]{1,500})\s/.exec(line)?.[1] ?? [])
      .map((path) => (path.startsWith("/") ? path : `/${path}`)),
  );
}
