import { isMap, type ConfigMap } from "./config-values.ts";
import { readJsConfig, readJsObject, readJsValue, type JsNames } from "./js-literals.ts";
import type { CodePiece, JsModules } from "./js-modules.ts";
import { readSmallText } from "./site-files.ts";

/** Most names that are looked up for a config, and most that lead to one another. */
const most = { names: 2000, levels: 20 } as const;

/** The values that the modules of a site declare, as far as they are literals, or made of others that are. */
export class JsValues {
  readonly #modules: JsModules;
  /** By the file and the code of a declaration; undefined where it is computed, and while it is being read. */
  readonly #values = new Map<string, unknown>();
  #names = 0;
  #level = 0;

  constructor(modules: JsModules) {
    this.#modules = modules;
  }

  /** The object of a config file, with what it takes from other modules; undefined where it has none. */
  config(file: string): ConfigMap | undefined {
    return readJsConfig(readSmallText(file) ?? "", this.#namesIn(file));
  }

  /** The object whose brace stands at a place in a module. */
  object({ file, code }: CodePiece, at: number): ConfigMap {
    return readJsObject(code, at, this.#namesIn(file));
  }

  #namesIn(file: string): JsNames {
    return {
      valueOf: (path) => {
        const [name = "", ...keys] = path.split(".");
        const value = this.#valueOf(this.#modules.declaration(file, name));
        return keys.reduce((inner, key) => (isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
      },
      required: (path) => this.#valueOf(this.#modules.exported(file, path)),
    };
  }

  #valueOf(piece: CodePiece | undefined): unknown {
    const start = piece === undefined ? undefined : declaredAt.exec(piece.code)?.[0].length;
    if (piece === undefined || start === undefined) return undefined;
    const { file, code } = piece;
    const key = `${file}\n${code}`;
    if (this.#values.has(key) || this.#level >= most.levels || this.#names >= most.names) return this.#values.get(key);
    this.#names++;
    this.#level++;
    this.#values.set(key, undefined);
    const value = readJsValue(code, start, this.#namesIn(file));
    this.#level--;
    this.#values.set(key, value);
    return value;
  }
}

/** What stands before the value of a declaration. */
const declaredAt =
  /^(?:(?:export\s+)?(?:const|let|var)\s+[\w$]{1,200}\s*(?::[^=]{0,300})?=(?![=>])\s*|export\s+default\s+(?!function\b|async\b|class\b)|module\.exports\s*=\s*)/;
