import { jsonIn, textAt } from "./config-values.ts";
import { readJsConfig } from "./js-literals.ts";
import { filesIn, joinPath, readSmallText } from "./site-files.ts";

const dataFile = /^(?:site|meta|metadata|siteconfig|config|settings)\.(?:json|[cm]?js)$/i;
const keys = ["url", "siteUrl", "siteURL", "baseUrl", "host", "origin"];

/**
 * The scheme and host that an Eleventy site is served at. The generator does not ask for it: sites keep it in their global
 * data, for their feeds, under one of few names.
 *
 * @param file absolute path of the site's folder
 * @param data path of the folder of global data below it
 */
export function eleventyOrigin(file: string, data: string): string | undefined {
  const folder = `${file}/${joinPath(data)}`;
  for (const name of filesIn(folder).filter((one) => dataFile.test(one))) {
    const text = readSmallText(`${folder}/${name}`) ?? "";
    const value = name.endsWith(".json") ? jsonIn(text) : readJsConfig(text);
    for (const key of keys) {
      const origin = originOf(textAt(value, key));
      if (origin !== undefined) return origin;
    }
  }
  return undefined;
}

/** A starter's placeholder is nobody's host. */
const originOf = (url = ""): string | undefined => {
  const found = /^https?:\/\/[\w.-]{1,250}(?::\d{1,5})?(?=\/|$)/i.exec(url.trim())?.[0];
  return found === undefined || /[/.](?:example(?:\.\w+)?|localhost)(?::\d+)?$/i.test(found) ? undefined : found;
};
