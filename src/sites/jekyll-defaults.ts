import { compilePatterns, globFlaw } from "#text/globs";
import type { JekyllDefaults, JekyllSettings } from "./jekyll.ts";
import { below } from "./placement.ts";

/** The values that a config gives to documents by their path and type. */
export class JekyllDefaultValues {
  readonly #scopes: readonly { readonly set: JekyllDefaults; readonly fits: (path: string) => boolean }[];

  constructor({ defaults, collectionsFolder }: Pick<JekyllSettings, "defaults" | "collectionsFolder">) {
    this.#scopes = defaults.map((set) => ({ set, fits: scopeOf(set.path, collectionsFolder) }));
  }

  textOf(path: string, type: string, key: string): string | undefined {
    const value = this.#find(path, type, key);
    return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
  }

  listOf(path: string, type: string, key: string): readonly string[] {
    const value = this.#find(path, type, key);
    return Array.isArray(value) ? value.map(String) : [];
  }

  #find(path: string, type: string, key: string): unknown {
    let best: JekyllDefaults | undefined;
    for (const { set, fits } of this.#scopes) {
      const isFor = Object.hasOwn(set.values, key) && (set.type === "" || set.type === type) && fits(path);
      if (isFor && (best === undefined || isMoreSpecial(set, best))) best = set;
    }
    return best?.values[key];
  }
}

/** Whether a later default counts more than an earlier one: one with a longer path does, of equals one with a type. */
const isMoreSpecial = (later: JekyllDefaults, earlier: JekyllDefaults): boolean =>
  later.path.length === earlier.path.length
    ? later.type !== "" || earlier.type === ""
    : later.path.length > earlier.path.length;

/** Whether a path starts with that of a scope, which may have wildcards for names of folders and files. */
function scopeOf(scope: string, collectionsFolder: string): (path: string) => boolean {
  const inside = (path: string) => below(collectionsFolder, path) ?? path;
  if (!scope.includes("*")) return (path) => inside(path).startsWith(inside(scope));
  const glob = scope.replace(/\/+$/, "");
  if (globFlaw(glob) !== undefined) return () => false;
  const matches = compilePatterns([glob]);
  return (path) => {
    const names = path.split("/");
    return names.some((_, index) => matches(names.slice(0, index + 1)));
  };
}
