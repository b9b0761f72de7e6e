import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SiteModel } from "#model/site";
import { findSite, pictureSizes } from "#sites/index";

interface File {
  readonly path: string;
  readonly text: string;
}

const configs =
  /^(?:hugo|config|_config|astro\.config|docusaurus\.config|eleventy\.config)\.(?:toml|ya?ml|json|m?js|ts)$/;

/** What is known of a site of files in memory, where one of them is the config of a generator or a Markdown file. */
export async function exampleSite(files: readonly File[]): Promise<SiteModel | undefined> {
  if (!files.some(({ path }) => configs.test(path) || /\.mdx?$/.test(path))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "standfirst-site-"));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const site = await findSite(folder);
    return site === undefined ? undefined : { ...site, pictureSizes: pictureSizes(site, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a file of an example belongs to its site without being a document: configs, redirects, what is served as it is. */
export const isPartOfSite = ({ path }: File): boolean =>
  configs.test(path) ||
  /(?:^|\/)(?:_redirects|firebase\.json|vercel\.json)$/.test(path) ||
  /^(?:static|public|assets|themes|layouts)\//.test(path);
