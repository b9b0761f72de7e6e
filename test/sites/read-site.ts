import { readFileSync } from "node:fs";
import type { Entry } from "#model/entry";
import type { SiteModel, SitePages } from "#model/site";
import { findSite, placePosts } from "#sites/index";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";

/** A site on disk, its documents read and placed. */
export interface ReadSite {
  readonly model: SiteModel;
  readonly site: SitePages;
  readonly entries: readonly Entry[];
  /** The entry of a file, by its path below the site's folder. */
  entry(path: string): Entry;
}

/** Finds the site in a folder and reads all of its documents. */
export async function readSite(folder: string, now = "2026-07-01T00:00:00Z"): Promise<ReadSite> {
  const model = await findSite(folder);
  if (model === undefined) throw new Error(`no site in ${folder}`);
  const readings = await Promise.all(
    model.contentFiles.map((path) =>
      readDocument(decode(readFileSync(`${folder}/${path}`), path), { markdown: { fieldNames: model.fieldNames } }),
    ),
  );
  const entries = readings.flatMap((reading) => reading.entries);
  return {
    model,
    site: placePosts(model, entries, now),
    entries,
    entry: (path) => {
      const found = entries.find((one) => one.path === path);
      if (found === undefined) throw new Error(`no document ${path}`);
      return found;
    },
  };
}

/** The URL of every document; null for what the build leaves out, or where nothing can be told. */
export const urlsOf = ({ site, entries }: ReadSite): Record<string, string | null> =>
  Object.fromEntries(entries.map((entry) => [entry.path, site.urlOf(entry) ?? null]));
