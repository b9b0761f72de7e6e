import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { SiteModel } from "#model/site";
import type { HugoSite } from "./hugo-config.ts";
import { readSmallText } from "./site-files.ts";

const picture = /\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?)$/i;

/**
 * The sizes of the pictures that the site serves as they are, in bytes, by path. Those that the build scales or packs
 * anew, or may, are left out.
 *
 * @param root absolute path of the folder that paths of the model are relative to
 */
export function pictureSizes(model: SiteModel, root: string): Record<string, number> {
  const beside = servesAssets(model) ? model.contentAssets : [];
  const paths = scalesAll(model, root) ? [] : [...model.staticFiles.map(({ path }) => path), ...beside];
  const sizes: Record<string, number> = {};
  for (const path of paths) {
    const size = picture.test(path) ? sizeOf(join(root, path)) : undefined;
    if (size !== undefined) sizes[path] = size;
  }
  return sizes;
}

/** Whether files beside the documents are served as they are. Astro makes pictures of its own of them, as templates of Hugo can. */
function servesAssets({ generator, pictures, settings }: SiteModel): boolean {
  if (generator === "hugo") return pictures !== "custom" && !(settings as HugoSite).lacksThemes;
  return generator !== "astro";
}

/** Whether nothing can be told: a plain folder is served nobody knows how, and a plugin of Eleventy scales all pictures. */
const scalesAll = ({ generator, folder }: SiteModel, root: string): boolean =>
  generator === "plain" ||
  (generator === "eleventy" &&
    (readSmallText(join(root, folder, "package.json")) ?? "eleventy-img").includes("eleventy-img"));

function sizeOf(file: string): number | undefined {
  try {
    const stats = lstatSync(file);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    // Taken away since it was listed.
    return undefined;
  }
}
