import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/** What a file system says of a file; a hint that its bytes are the same. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
}

/** The facts of one document, and what they were made from. */
interface Cached<T> {
  readonly stamp: FileStamp;
  /** Hash of the document's bytes. */
  readonly hash: string;
  /** What else the facts depend on: the options of the readers. */
  readonly key: string;
  readonly facts: T;
  /** Day on which the facts were last of use, counted from 1970. */
  readonly seen: number;
}

/** Facts are spread over so many files: one changed post rewrites a sixty-fourth of the cache. */
const packs = 64;
const dayLength = 86_400_000;
/** Facts that no run has asked for in so many days are dropped. */
const mostDaysUnseen = 30;
/** Days until a use is written down again, so that a run without changes writes nothing. */
const daysBetweenSightings = 7;
/** A file that was changed this shortly before its facts were stored may change again without a new stamp. */
const racyMilliseconds = 2000;

type Pack<T> = Record<string, Cached<T>>;

const extension = ".json.br";
/** Brotli's lowest levels take no longer than the JSON does, and a third of the room is left. */
const compress = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
/** A pack is never larger: what is was not written by this code. */
const mostBytes = 1 << 28;
const decompress = (bytes: Uint8Array) => brotliDecompressSync(bytes, { maxOutputLength: mostBytes }).toString("utf8");

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
  readonly #packs = new Map<number, Pack<T>>();
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
    if (known === undefined || known.stamp.size !== stamp.size || known.stamp.modified !== stamp.modified)
      return undefined;
    return this.#use(file, known);
  }

  /** Facts that were made under the same key, of the same bytes. The new stamp is remembered. */
  byHash(file: string, hash: string, stamp: FileStamp, key: string): T | undefined {
    const known = this.#find(file, key);
    if (known === undefined || known.hash !== hash) return undefined;
    this.put(file, { stamp, hash, key, facts: known.facts });
    return known.facts;
  }

  put(file: string, { stamp, ...made }: Omit<Cached<T>, "seen">): void {
    const index = packOf(file);
    // A stamp that can't be trusted is stored as one that fits no file.
    const isRacy = this.#now - stamp.modified < racyMilliseconds;
    this.#pack(index)[file] = { ...made, stamp: isRacy ? { size: -1, modified: 0 } : stamp, seen: this.#today };
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
      const kept = Object.entries(this.#pack(index)).filter(([, { seen }]) => this.#today - seen <= mostDaysUnseen);
      const file = this.#fileOf(index);
      const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
      writeFileSync(temporary, compress(JSON.stringify(Object.fromEntries(kept))));
      renameSync(temporary, file);
    }
  }

  get #today(): number {
    return Math.floor(this.#now / dayLength);
  }

  #find(file: string, key: string): Cached<T> | undefined {
    const known = this.#pack(packOf(file))[file];
    return known?.key === key ? known : undefined;
  }

  #use(file: string, known: Cached<T>): T {
    if (this.#today - known.seen >= daysBetweenSightings) {
      const index = packOf(file);
      this.#pack(index)[file] = { ...known, seen: this.#today };
      this.#changed.add(index);
    }
    return known.facts;
  }

  #pack(index: number): Pack<T> {
    const loaded = this.#packs.get(index) ?? this.#read(index);
    this.#packs.set(index, loaded);
    return loaded;
  }

  #read(index: number): Pack<T> {
    const file = this.#fileOf(index);
    if (!existsSync(file)) return Object.create(null) as Pack<T>;
    try {
      const pack: unknown = JSON.parse(decompress(readFileSync(file)));
      if (isPack<T>(pack)) return Object.assign(Object.create(null) as Pack<T>, pack);
    } catch {
      // Told below: a pack that is cut off is as good as none.
    }
    this.notices.push(`${file} can't be read; its documents are read anew.`);
    return Object.create(null) as Pack<T>;
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

const isPack = <T>(value: unknown): value is Pack<T> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every(
    (one: unknown) => typeof one === "object" && one !== null && "stamp" in one && "hash" in one && "facts" in one,
  );

const writeOnce = (file: string, text: string) => {
  if (!existsSync(file)) writeFileSync(file, text);
};

/** The pack of a path: FNV-1a over its UTF-16 units. */
function packOf(file: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < file.length; i++) hash = Math.imul(hash ^ file.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % packs;
}

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
    return Object.keys(JSON.parse(decompress(readFileSync(file))) as object).length;
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
