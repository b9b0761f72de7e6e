import { isMap, jsonIn } from "./config-values.ts";
import { readSmallText } from "./site-files.ts";

/**
 * Whether the config of a host says that folders are served without their last slash too: Firebase with
 * `trailingSlash: false`, and Vercel unless it is told to redirect (https://firebase.google.com/docs/hosting/full-config,
 * https://vercel.com/docs/project-configuration, read on 2026-11-23).
 *
 * @param file absolute path of the site's folder
 */
export function servesSlashless(file: string): boolean {
  const vercel = jsonIn(readSmallText(`${file}/vercel.json`));
  if (isMap(vercel) && vercel["trailingSlash"] !== true) return true;
  const firebase = jsonIn(readSmallText(`${file}/firebase.json`));
  const hosting = isMap(firebase) ? firebase["hosting"] : undefined;
  return [hosting].flat().some((one) => isMap(one) && one["trailingSlash"] === false);
}
