import { posix } from "node:path";
import { withoutComments } from "./js-literals.ts";
import { jsPairs } from "./js-pairs.ts";
import { readSmallText } from "./site-files.ts";

/** A part of a module: a declaration at its top level, or all of it. */
export interface CodePiece {
  /** Absolute path. */
  readonly file: string;
  /** Without comments. */
  readonly code: string;
}

interface JsModule {
  readonly code: string;
  /** Code of what is declared at the top level, by name. */
  readonly declared: ReadonlyMap<string, string>;
  /** Where names come from that are imported, or exported again: by the name here. */
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  /** Modules of which all is exported again. */
  readonly passedOn: readonly string[];
}

/** Most modules that are read, and most pieces that one piece leads to, so that code without an end can't hold up a run. */
const most = { modules: 300, pieces: 80, hops: 10 } as const;

/** What a module exports as a whole, under a name that no code can have. */
const wholeExport = "(default)";

/** The modules of a site, read and never run: what is declared where, and what code names in its turn. */
export class JsModules {
  readonly #site: string;
  readonly #modules = new Map<string, JsModule | undefined>();
  #aliases: readonly (readonly [string, string])[] | undefined;

  /** @param site absolute path of the site's folder; what lies outside is not read */
  constructor(site: string) {
    this.#site = site;
  }

  /** All of a module; undefined where there is none to read. For components it is the script between their fences. */
  module(file: string): CodePiece | undefined {
    const code = this.#read(file)?.code;
    return code === undefined ? undefined : { file, code };
  }

  /** What a name stands for in a module: a declaration there, or in the module that it is imported from. */
  declaration(file: string, name: string): CodePiece | undefined {
    let [at, wanted] = [file, name];
    for (let hop = 0; hop < most.hops; hop++) {
      const found = this.#read(at);
      const code = found?.declared.get(wanted);
      if (code !== undefined) return { file: at, code };
      const source = found?.imported.get(wanted) ?? this.#passedOn(at, wanted);
      const next = source === undefined ? undefined : this.#resolve(at, source.from);
      if (source === undefined || next === undefined) return undefined;
      [at, wanted] = [next, source.name];
    }
    return undefined;
  }

  /** The path or the package that a name in a module is imported from; undefined where it is not imported. */
  source(file: string, name: string): string | undefined {
    return this.#read(file)?.imported.get(name)?.from;
  }

  /** What a module that another one imports or requires exports as a whole. */
  exported(file: string, path: string): CodePiece | undefined {
    const found = this.#resolve(file, path);
    return found === undefined ? undefined : this.declaration(found, wholeExport);
  }

  /** Absolute paths of the modules that were read, the first one first. */
  files(): readonly string[] {
    return [...this.#modules].flatMap(([file, read]) => (read === undefined ? [] : file));
  }

  /**
   * The text that an option of a config names: `site: SITE`, `site: settings.url`, or `site` alone. Of a text that stands
   * in for another it is the last one. Undefined where it names none that can be read.
   */
  textAt(config: string, option: string): string | undefined {
    const code = this.module(config)?.code ?? "";
    const found = new RegExp(`\\b${option}\\s*(?::\\s*([\\w$]{1,200})(?:\\.([\\w$]{1,200}))?\\s*)?[,}]`).exec(code);
    if (found === null) return undefined;
    const declared = this.declaration(config, found[1] ?? option)?.code ?? "";
    const start = declared.indexOf("=") + 1;
    const value = found[2] === undefined ? declared.slice(start) : memberOf(declared, start, found[2]);
    return /(?:^|\|\||\?\?)\s*(["'`])([^"'`\n$]{0,500})\1[\s;,]*$/.exec(value)?.[2];
  }

  /** A piece and all pieces that it leads to by the names in it. */
  reach(from: CodePiece): readonly CodePiece[] {
    const pieces = [from];
    const seen = new Set<string>([from.code]);
    for (let at = 0; at < pieces.length; at++) {
      const { file, code } = pieces[at] ?? from;
      for (const name of new Set(code.match(/[A-Za-z_$][\w$]*/g))) {
        if (pieces.length >= most.pieces) return pieces;
        const piece = this.declaration(file, name);
        if (piece === undefined || seen.has(piece.code)) continue;
        seen.add(piece.code);
        pieces.push(piece);
      }
    }
    return pieces;
  }

  /** A name in one of the modules that a module exports again as a whole. */
  #passedOn(file: string, name: string): { from: string; name: string } | undefined {
    const from = this.#read(file)?.passedOn.find((one) => {
      const inner = this.#resolve(file, one);
      return inner !== undefined && this.#read(inner)?.declared.has(name) === true;
    });
    return from === undefined ? undefined : { from, name };
  }

  #read(file: string): JsModule | undefined {
    if (this.#modules.has(file) || this.#modules.size >= most.modules) return this.#modules.get(file);
    const text = readSmallText(file);
    const read = text === undefined ? undefined : parseModule(codeOf(file, text));
    this.#modules.set(file, read);
    return read;
  }

  /** The file that an import names; undefined for packages, and for what lies outside of the site. */
  #resolve(file: string, name: string): string | undefined {
    const path = name.startsWith(".") ? posix.join(posix.dirname(file), name) : this.#byAlias(name);
    if (path === undefined || !path.startsWith(`${this.#site}/`)) return undefined;
    return endings.map((end) => path + end).find((one) => this.#read(one) !== undefined);
  }

  #byAlias(name: string): string | undefined {
    this.#aliases ??= aliasesOf(readSmallText(`${this.#site}/tsconfig.json`) ?? "");
    const [prefix, folder] = this.#aliases.find(([start]) => name.startsWith(start)) ?? [];
    return prefix === undefined ? undefined : posix.join(this.#site, folder ?? "", name.slice(prefix.length));
  }
}

function memberOf(declared: string, start: number, name: string): string {
  const brace = declared.indexOf("{", start);
  return brace < 0 ? "" : (jsPairs(declared, brace).get(name) ?? "");
}

const endings = ["", ".ts", ".js", ".mjs", ".mts", ".tsx", ".jsx", "/index.ts", "/index.js", "/index.mjs"];

/** The paths of a `tsconfig.json` that end with a star, and what sites usually write. */
function aliasesOf(config: string): (readonly [string, string])[] {
  const base = /"baseUrl"\s*:\s*"([^"\n]{0,200})"/.exec(config)?.[1] ?? ".";
  const written = Array.from(
    config.matchAll(/"([^"*\n]{1,100})\*"\s*:\s*\[\s*"([^"*\n]{0,200})\*"/g),
    ([, name = "", folder = ""]) => [name, posix.join(base, folder)] as const,
  );
  return [...written, ["@/", "src/"], ["~/", "src/"], ["src/", "src/"], ["/src/", "src/"]];
}

/** The script of a component: what stands between its fences. */
const scriptOf = (text: string): string => /^\s*---([^]*?)(?:\n---|$)/.exec(text)?.[1] ?? "";

const codeOf = (file: string, text: string): string =>
  file.endsWith(".astro") ? scriptOf(text) : file.endsWith(".json") ? `export default ${text}` : text;

function parseModule(text: string): JsModule {
  const code = withoutComments(text);
  const starts = [
    ...code.matchAll(/^(?:export|import|async|function|const|let|var|class|interface|type|enum|module\.exports)\b/gm),
  ];
  const pieces = starts.map(({ index }, at) => code.slice(index, starts[at + 1]?.index));
  const declared = pieces.flatMap((piece) => {
    const name = /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var)\s+([\w$]{1,200})/.exec(
      piece,
    )?.[1];
    const names = name === undefined ? [] : [name];
    if (/^(?:export\s+default|module\.exports\s*=)\s/.test(piece)) names.push(wholeExport);
    return names.map((one) => [one, piece] as const);
  });
  const sources = pieces.flatMap((piece) => {
    const from = /\bfrom\s*["']([^"'\n]{1,300})["']/.exec(piece.slice(0, 5000))?.[1];
    return from === undefined || !/^(?:im|ex)port\b/.test(piece) ? [] : [{ piece, from }];
  });
  return {
    code,
    declared: new Map(declared),
    imported: new Map(
      sources.flatMap(({ piece, from }) => namesIn(piece).map(([here, name]) => [here, { from, name }])),
    ),
    passedOn: sources.filter(({ piece }) => /^export\s*\*/.test(piece)).map(({ from }) => from),
  };
}

/** The names that an import gives, each with what it is called in the other module. */
function namesIn(piece: string): (readonly [string, string])[] {
  const whole = /^import\s+([\w$]{1,200})\s*(?:,|from\b)/.exec(piece)?.[1];
  const list = /\{([^}]{0,4000})\}/.exec(piece)?.[1] ?? "";
  const others = list.split(",").flatMap((item) => {
    const [, name, here] = /^\s*(?:type\s+)?([\w$]{1,200})(?:\s+as\s+([\w$]{1,200}))?\s*$/.exec(item) ?? [];
    return name === undefined ? [] : [[here ?? name, name === "default" ? wholeExport : name] as const];
  });
  return whole === undefined ? others : [[whole, wholeExport], ...others];
}
