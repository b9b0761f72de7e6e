import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fnv1a } from "#text/fnv";
import { decodePack, encodePack, extension, type Cached, type FileStamp, type Origin, type Pack } from "./pack.ts";

export type { FileStamp } from "./pack.ts";

/** Facts are spread over so many files: one changed post rewrites one of them, and more of them would be packed less well. */
const packs = 16;
const dayLength = 86_400_000;
/** Facts that no run has asked for in so many days are dropped. */
const mostDaysUnseen = 30;
const decoder = new TextDecoder();
/** Days until a use is written down again, so that a run without changes writes nothing. */
const daysBetweenSightings = 7;
/** A file that was changed this shortly before its facts were stored may change again without a new stamp. */
const racyMilliseconds = 2000;

/**
 * Facts by document, kept between runs. It holds no verdicts: what it gives depends on the bytes of one document and on
 * the functions that read it, and on nothing else.
 *
 * Two runs at once do no harm: each pack is replaced whole, and the last one stays. A pack that can't be read counts as
 * empty and is named in `notices`.
 */
export class FactCache<T> {
  readonly notices: string[] = [];
  readonly #folder: string;
  readonly #now: number;
  readonly #packs = new Map<number, Pack>();
  readonly #changed = new Set<number>();

  /**
   * @param base folder of all versions' caches
   * @param version of everything that makes facts; another version has another folder
   * @param now milliseconds since 1970
   */
  constructor(base: string, version: string, now: number) {
    this.#folder = path.join(base, version);
    this.#now = now;
  }

  /** Whether there are facts of a file that were made under a key, of whatever bytes. */
  knows(file: string, key: string): boolean {
    return this.#find(file, key) !== undefined;
  }

  /** Facts that were made under the same key, of a file with the same stamp. */
  byStamp(file: string, stamp: FileStamp, key: string): T | undefined {
    const known = this.#find(file, key);
    const isSame = known?.origin.stamp.size === stamp.size && known.origin.stamp.modified === stamp.modified;
    return known === undefined || !isSame ? undefined : this.#use(file, known);
  }

  /** Facts that were made under the same key, of the same bytes. The new stamp is remembered. */
  byHash(file: string, hash: string, stamp: FileStamp, key: string): T | undefined {
    const known = this.#find(file, key);
    if (known === undefined || known.origin.hash !== hash) return undefined;
    const facts = this.#parse(file, known);
    if (facts !== undefined) this.#set(file, { origin: this.#originOf({ stamp, hash, key }), facts: known.facts });
    return facts;
  }

  put(file: string, { facts, ...origin }: Omit<Origin, "seen"> & { readonly facts: T }): void {
    this.#set(file, { origin: this.#originOf(origin), facts: Buffer.from(JSON.stringify(facts)) });
  }

  #originOf({ stamp, hash, key }: Omit<Origin, "seen">): Origin {
    // A stamp that can't be trusted is stored as one that fits no file.
    const isRacy = this.#now - stamp.modified < racyMilliseconds;
    return { stamp: isRacy ? { size: -1, modified: 0 } : stamp, hash, key, seen: this.#today };
  }

  #set(file: string, cached: Cached): void {
    const index = packOf(file);
    this.#pack(index).set(file, cached);
    this.#changed.add(index);
  }

  /** Writes what changed. Facts that went unseen for long are left out. What can't be written is named in `notices`. */
  save(): void {
    if (this.#changed.size === 0) return;
    try {
      this.#makeFolder();
      this.#writePacks();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.notices.push(`the cache can't be written, so the next run reads all documents anew: ${reason}`);
    }
    this.#changed.clear();
  }

  #writePacks(): void {
    for (const index of this.#changed) {
      const kept = [...this.#pack(index)].filter(([, { origin }]) => this.#today - origin.seen <= mostDaysUnseen);
      const file = this.#fileOf(index);
      const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
      try {
        writeFileSync(temporary, encodePack(kept));
        renameSync(temporary, file);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
      }
    }
  }

  get #today(): number {
    return Math.floor(this.#now / dayLength);
  }

  #find(file: string, key: string): Cached | undefined {
    const known = this.#pack(packOf(file)).get(file);
    return known?.origin.key === key ? known : undefined;
  }

  #use(file: string, known: Cached): T | undefined {
    const { origin, facts } = known;
    if (this.#today - origin.seen >= daysBetweenSightings) {
      this.#set(file, { origin: { ...origin, seen: this.#today }, facts });
    }
    return this.#parse(file, known);
  }

  #parse(file: string, { facts }: Cached): T | undefined {
    try {
      return JSON.parse(decoder.decode(facts)) as T;
    } catch {
      this.notices.push(`the stored facts of ${file} can't be read; it is read anew.`);
      return undefined;
    }
  }

  #pack(index: number): Pack {
    const loaded = this.#packs.get(index) ?? this.#read(index);
    this.#packs.set(index, loaded);
    return loaded;
  }

  #read(index: number): Pack {
    const file = this.#fileOf(index);
    if (!existsSync(file)) return new Map();
    try {
      return decodePack(readFileSync(file));
    } catch {
      // A pack that is cut off is as good as none.
      this.notices.push(`${file} can't be read; its documents are read anew.`);
      return new Map();
    }
  }

  #fileOf(index: number): string {
    return path.join(this.#folder, `pack-${String(index).padStart(2, "0")}${extension}`);
  }

  #makeFolder(): void {
    mkdirSync(this.#folder, { recursive: true });
    const base = path.dirname(this.#folder);
    writeOnce(path.join(base, ".gitignore"), "*\n");
    writeOnce(
      path.join(base, "CACHEDIR.TAG"),
      "Signature: 8a477f597d28d172789f06886806bc55\n# Facts that Standfirst keeps between runs.\n",
    );
  }
}

const writeOnce = (file: string, text: string) => {
  if (!existsSync(file)) writeFileSync(file, text);
};

/** The pack of a path. */
const packOf = (file: string): number => (fnv1a(file) >>> 0) % packs;

/**
 * Where the facts of a site are kept: below node_modules where there is one beside the config, else in a folder of
 * their own.
 *
 * @param root absolute path of the folder that the run's paths start from
 */
export const cacheFolder = (root: string): string =>
  existsSync(path.join(root, "node_modules"))
    ? path.join(root, "node_modules", ".cache", "standfirst")
    : path.join(root, ".standfirst-cache");

/** How much a cache holds. */
export interface CacheSize {
  readonly files: number;
  /** Bytes. */
  readonly size: number;
  readonly documents: number;
}

/** Counts what a cache folder holds, over all versions. */
export function measureCache(base: string): CacheSize {
  const all = existsSync(base) ? readdirSync(base, { recursive: true, encoding: "utf8" }) : [];
  const found = all.filter((name) => name.endsWith(extension)).map((name) => path.join(base, name));
  return {
    files: found.length,
    size: found.reduce((sum, file) => sum + statSync(file).size, 0),
    documents: found.reduce((sum, file) => sum + countDocuments(file), 0),
  };
}

function countDocuments(file: string): number {
  try {
    return decodePack(readFileSync(file)).size;
  } catch {
    return 0;
  }
}

/** Takes a cache away. A folder that is none, by its CACHEDIR.TAG, stays. */
export function removeCache(base: string): boolean {
  if (!existsSync(path.join(base, "CACHEDIR.TAG"))) return false;
  rmSync(base, { recursive: true });
  return true;
}
