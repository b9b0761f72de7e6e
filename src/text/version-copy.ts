import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { rememberingFor } from "./remember.ts";
import { versionFolders } from "./version-folders.ts";

/**
 * Tells which documents, by their paths, are the copies that other versions of them keep: those are meant to be alike.
 * Of some sites the generator knows the folders of older versions, of others the names of the folders tell them.
 */
export const versionCopies: (corpus: Pick<Corpus, "posts" | "site">) => (entry: Pick<Entry, "path">) => boolean =
  rememberingFor((corpus) => {
    const known = corpus.site?.model.content.filter(({ versionOf }) => versionOf !== undefined) ?? [];
    const placeOf = versionFolders(corpus);
    return ({ path }) => known.some(({ folder }) => path.startsWith(`${folder}/`)) || (placeOf(path)?.age ?? 0) > 0;
  });
