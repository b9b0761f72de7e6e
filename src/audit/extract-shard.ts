import { extract, noticesOf } from "#audit";
import { pathFrom } from "#config/index";
import { factKey } from "#engine/index";
import { planOf } from "#extraction/index";
import type { SharedRun } from "#shards/facts-file";
import { isInShard, parseShard, ShardError, type Shard } from "#shards/shard";
import { shardFromEnvironment } from "#shards/shard-from-environment";
import { hashOfPaths, type ShardFacts } from "#shards/write-facts";
import { DocumentStore } from "#sources/document-store";
import { buildId, version } from "../version.ts";
import { prepare, readOptions, type AuditRequest, type Prepared } from "./preparation.ts";

export { factsBytes } from "#shards/write-facts";

/** What one shard read, and what people are told of it. */
export interface ExtractedShard extends ShardFacts {
  /** How many documents the shard has, and the run. */
  readonly own: number;
  readonly all: number;
  /** Complete when the documents have been read. */
  notices(): readonly string[];
}

/**
 * The shard that a text names: "3/8", or "auto" for what the CI system says.
 *
 * @throws ShardError that says what would be right
 */
export function whichShard(text: string, env: Readonly<Record<string, string | undefined>>): Shard {
  const shard = text === "auto" ? shardFromEnvironment(env) : parseShard(text);
  if (shard === undefined) {
    throw new ShardError(`--shard is "${text}"; write which part of how many, such as 3/8, or auto in a CI job.`);
  }
  return shard;
}

/**
 * Finds the documents that belong to a shard; their facts are extracted as they are asked for. Nothing is judged.
 *
 * @throws ConfigError, InputError, ShardError for what users can mend
 */
export async function extractShard(request: AuditRequest, shard: Shard): Promise<ExtractedShard> {
  if (request.stdin !== undefined) throw new ShardError("Standard input can't be shared out; name files or folders.");
  const prepared = await prepare(request);
  const { inputs } = prepared.found;
  const own = inputs.filter(({ path }) => isInShard(path, shard));
  const store = new DocumentStore(own, undefined);
  const { documents, notices } = extract(request, prepared, store, own);
  const run = sharedRun(request, prepared);
  const counts = { own: own.length, all: inputs.length };
  return { shard, run, documents, ...counts, notices: () => [...noticesOf(prepared), ...notices] };
}

/** What all shards of the run say alike. */
function sharedRun(request: AuditRequest, prepared: Prepared): SharedRun {
  const { rules, config, settings, root, prefix, found, site, selected } = prepared;
  const { rule = [], only, skip = [] } = request.overrides;
  return {
    tool: { version, build: buildId },
    root: { fromHere: pathFrom(request.cwd, root), prefix },
    documents: { count: found.inputs.length, hash: hashOfPaths(found.inputs.map(({ path }) => path)) },
    skipped: found.skipped,
    config: {
      directory: pathFrom(root, config.directory),
      value: config.value,
      phrases: config.phrases ?? [],
      frontMatter: config.frontMatter ?? [],
      plugins: (config.plugins ?? []).map(({ source, code }) => ({ source, digest: code.digest })),
      rule,
      only: only ?? null,
      skip,
    },
    extraction: {
      read: readOptions(request, prepared),
      facts: planOf(settings.enabled, rules).map(factKey),
    },
    site: site ?? null,
    selected: selected === undefined ? null : [...selected].toSorted(),
  };
}
