import { joinPath, readSmallText } from "./site-files.ts";

/** The scheme and host of a site whose folder has the file by which GitHub Pages, and hosts like it, take the name of a host. */
export function cnameOrigin(file: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const host = readSmallText(`${file}/${joinPath(folder, "CNAME")}`)?.trim();
    if (host !== undefined && /^[a-z\d][a-z\d.-]{0,250}\.[a-z][a-z\d-]{1,62}$/i.test(host)) return `https://${host}`;
  }
  return undefined;
}
