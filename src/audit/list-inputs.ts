import { extractInputs } from "#extraction/index";
import type { DocumentReading } from "#model/corpus";
import type { Format } from "#model/document";
import { placePosts } from "#sites/index";
import { DocumentStore } from "#sources/document-store";
import { recognise } from "#sources/recognise";
import { prepare, readOptions, type AuditRequest } from "./preparation.ts";

/** A file that an audit would read. */
interface ListedInput {
  /** Relative to the root of the report. */
  readonly path: string;
  readonly format: Format;
}

/** Which files an audit would read, and the forms that they have. */
export async function listInputs(request: AuditRequest): Promise<ListedInput[]> {
  const { found } = await prepare(request);
  const store = new DocumentStore(found.inputs, request.stdin?.bytes);
  return store.paths.flatMap((path) => {
    const document = store.document(path);
    return document === undefined ? [] : [{ path, format: request.format ?? recognise(document) }];
  });
}

/** A file that an audit would read, and where it ends up in the built site. */
export interface PlacedInput extends ListedInput {
  /** URL path of its page; undefined where the build makes none, or where that can't be told. */
  readonly url: string | undefined;
  /** Whether the build leaves it out: a draft, a future or an expired post. */
  readonly isUnpublished: boolean;
}

/** The same with the URL that the build gives to each document; undefined where no site is recognised. */
export async function listUrls(request: AuditRequest): Promise<PlacedInput[] | undefined> {
  const { found, config, site: model } = await prepare(request);
  if (model === undefined || model.generator === "plain") return undefined;
  const store = new DocumentStore(found.inputs, request.stdin?.bytes);
  const job = { read: readOptions(request, { config, site: model }), rules: [] };
  // Facts are for rules; where a document goes is in its front matter and its path.
  const tools = { facts: [], inMemory: (path: string) => store.inMemory(path), onProgress: () => undefined };
  const readings: DocumentReading[] = [];
  for await (const { reading } of extractInputs(found.inputs, job, tools)) readings.push(reading);
  const site = placePosts(
    model,
    readings.flatMap(({ entries }) => entries),
    request.now,
  );
  return readings.map(({ path, format, entries: [entry] }) => {
    if (entry?.edition !== "source") return { path, format, url: undefined, isUnpublished: false };
    return { path, format, url: site.urlOf(entry), isUnpublished: site.isUnpublished(entry) };
  });
}
