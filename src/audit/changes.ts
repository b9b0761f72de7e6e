import { keepChanged, type ChangedFiles, type Settlement, type SettleTools } from "#engine/index";
import { readBlobs } from "#history/blobs";
import { findChanges, type FormerFile } from "#history/git";
import type { DocumentReading } from "#model/corpus";
import type { Document } from "#model/document";
import type { Finding } from "#model/report";
import type { SiteModel, SitePages } from "#model/site";
import { formerModel, isMarkdown, isRedirects, placePosts } from "#sites/index";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";

/** What `--since` or `--staged` selects, or the names of documents. */
export interface ChangesOfRun {
  /** The findings that have to do with it. */
  keep(findings: readonly Finding[], settled: Pick<Settlement, "causes">, run: RunOfChanges): Promise<Finding[]>;
}

/** What is known of the run that changes are asked for in. */
interface RunOfChanges {
  readonly readings: readonly DocumentReading[];
  readonly tools: Pick<SettleTools, "rangeOf">;
  readonly siteModel?: SiteModel | undefined;
  readonly run: { readonly now: string };
}

/** Which changes are asked for. */
interface Selection {
  readonly since?: string | undefined;
  readonly staged?: boolean | undefined;
  readonly changedLines?: boolean | undefined;
}

/** Whose changes they are. */
interface Scope {
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
  /** Documents that findings are wanted for; undefined for all. */
  readonly selected: ReadonlySet<string> | undefined;
  /** Paths of documents that are not what the disk has. */
  readonly unsaved?: readonly string[] | undefined;
}

/**
 * Finds out what changed, and what a run is narrowed to; undefined for nothing.
 *
 * @throws HistoryError where git can't tell
 */
export async function changesFor(
  { since, staged, changedLines }: Selection,
  { root, selected, unsaved = [] }: Scope,
): Promise<ChangesOfRun | undefined> {
  if (since === undefined && staged !== true) return selected === undefined ? undefined : narrowedTo(selected);
  const { files, former } = await findChanges({ root, since, staged, lines: changedLines });
  const all: ChangedFiles = new Map([...files, ...unsaved.map((path) => [path, "all"] as const)]);
  // Findings are wanted for some documents alone: what others lost is no matter of theirs.
  if (selected !== undefined) return keeping(new Map([...all].filter(([path]) => selected.has(path))));
  return {
    async keep(findings, { causes }, { siteModel, readings, run, tools }) {
      const isAsked = former.length > 0 && Array.from(causes.values()).some(({ lacks }) => lacks !== undefined);
      const before =
        siteModel && isAsked ? await formerSite(root, former, { siteModel, readings, now: run.now }) : undefined;
      return keepChanged(findings, causes, { files: all, had: (url) => before?.lookUp(url) !== undefined }, tools);
    },
  };
}

const narrowedTo = (selected: ReadonlySet<string>) => keeping(new Map([...selected].map((path) => [path, "all"])));

const keeping = (files: ChangedFiles): ChangesOfRun => ({
  keep: (findings, { causes }, { tools }) =>
    Promise.resolve(keepChanged(findings, causes, { files, had: () => false }, tools)),
});

/** The site as it was before a change: what the change touched as it was then, the rest as it is. */
async function formerSite(
  root: string,
  former: readonly FormerFile[],
  { siteModel, readings, now }: { siteModel: SiteModel; readings: readonly DocumentReading[]; now: string },
): Promise<SitePages> {
  const documents = await documentsOf(root, former);
  const then = new Set(former.map(({ path }) => path));
  const model = formerModel(
    siteModel,
    former.map(({ path }) => ({ path, text: documents.get(path)?.text })),
  );
  const options = { format: "markdown", markdown: { fieldNames: siteModel.fieldNames } } as const;
  const ofSite = model.contentFiles.flatMap((path) => documents.get(path) ?? []);
  const old = await Promise.all(ofSite.map((document) => readDocument(document, options)));
  const left = readings.filter(({ path }) => !then.has(path));
  return placePosts(
    model,
    [...left, ...old].flatMap(({ entries }) => entries),
    now,
  );
}

/** Those of the files that may say where they are served, or what is redirected. */
async function documentsOf(root: string, former: readonly FormerFile[]): Promise<Map<string, Document>> {
  const read = former.filter(({ path }) => isMarkdown(path) || isRedirects(path));
  const ids = read.map(({ blob }) => blob);
  const documents = new Map<string, Document>();
  let next = 0;
  for await (const bytes of readBlobs(root, ids)) {
    const path = read[next++]?.path ?? "";
    if (bytes !== undefined) documents.set(path, decode(bytes, path));
  }
  return documents;
}
