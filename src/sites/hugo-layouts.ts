import { mapAt, textAt, type ConfigMap } from "./config-values.ts";
import { listFiles, readSmallText } from "./site-files.ts";

/**
 * Whether site or theme makes links with a template that may lead elsewhere than what is written. Most such templates
 * only add attributes to links that leave the site: those hand the destination through.
 *
 * @param layouts absolute paths of the folders of templates
 */
export function hasLinkHook(config: ConfigMap, layouts: readonly string[]): boolean {
  const hooks = mapAt(mapAt(mapAt(mapAt(config, "markup"), "goldmark"), "renderhooks"), "link");
  if (["always", "fallback"].includes(textAt(hooks, "useembedded") ?? "") || hooks["enabledefault"] === true)
    return true;
  return layouts.some((folder) =>
    listFiles(folder)
      .filter((path) => /(?:^|\/)_markup\/render-link\b/.test(path))
      .some((path) => !handsThrough(readSmallText(`${folder}/${path}`))),
  );
}

const plainTarget =
  /^href\s{0,3}=\s{0,3}["']?\{\{-?\s{0,9}\.Destination\s{0,9}(?:\|\s{0,9}safe(?:URL|HTML|HTMLAttr)\s{0,9}){0,3}-?\}\}/;

/** Whether every link that a template makes has the destination as it was written. */
function handsThrough(template: string | undefined): boolean {
  const links = [...(template ?? "").matchAll(/\bhref\b/g)];
  return links.length > 0 && links.every(({ index }) => plainTarget.test((template ?? "").slice(index, index + 200)));
}

/**
 * The paths that redirects lead from which a template writes when the site is built, such as `layouts/index.redirects`;
 * a star at the end stands for everything below. Where they lead is for the template to say.
 */
export function generatedRedirects(layouts: readonly string[]): string[] {
  return layouts.flatMap((folder) =>
    listFiles(folder)
      .filter((path) => /(?:^|[/_.])redir(?:ect)?s?(?:\.\w{1,9})?$/.test(path))
      .flatMap((path) => (readSmallText(`${folder}/${path}`) ?? "").split(/\r?\n/))
      .flatMap((line) => /^\s{0,20}(\/?[^\s{}#]{1,500})\s/.exec(line)?.[1] ?? [])
      .map((path) => (path.startsWith("/") ? path : `/${path}`)),
  );
}
