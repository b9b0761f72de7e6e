import { isMap, mapAt, textAt, type ConfigMap } from "./config-values.ts";
import { slashless } from "./placement.ts";

/**
 * The URL paths that menus of a Hugo config lead to, without their last slash: pages that the site has, though a theme that
 * is not there to be read may make them.
 */
export function menuPaths(config: ConfigMap): string[] {
  const languages = Object.values(mapAt(config, "languages")).filter(isMap);
  const menus = [config, ...languages].flatMap((one) => [mapAt(one, "menu"), mapAt(one, "menus")]);
  const items = menus
    .flatMap((menu) => Object.values(menu))
    .flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  return items.flatMap((item) => {
    const path = textAt(item, "url") ?? textAt(item, "pageRef");
    return path?.startsWith("/") === true && !path.startsWith("//") ? [slashless(path.replace(/[?#].*$/s, ""))] : [];
  });
}
