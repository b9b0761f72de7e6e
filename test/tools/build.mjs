// Bundles the command and the API into dist/: one file for what always runs, chunks for what is loaded on demand.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compiledValidators } from "./compiled-validators.mjs";
import { licencesOf } from "./licences.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packagesAtRunTime = ["satteri"];
// What Mermaid draws with. Its parsers, all that is asked of it, never call these.
const drawing = /^(?:cytoscape.*|d3|d3-sankey|dagre-d3-es.*|katex|roughjs|@upsetjs\/venn\.js)$/;
const withoutDrawing = {
  name: "without-drawing",
  setup(bundle) {
    bundle.onResolve({ filter: drawing }, ({ path }) => ({ path, namespace: "drawing" }));
    // Mermaid calls some of them while it is loaded, and puts what they return away.
    const contents =
      "module.exports = new Proxy(function () {}, { get: (_, key) => key === '__esModule' ? false : module.exports, apply: () => module.exports, construct: () => module.exports });";
    bundle.onLoad({ filter: /.*/, namespace: "drawing" }, () => ({ contents, loader: "js" }));
  },
};
// The new bundle takes the place of the old one in one step, so that no one meets half of it.
const next = `${root}dist-next-${process.pid}`;
const last = `${root}dist-last-${process.pid}`;

/** Names the sources and the packages that go into the bundle. */
function hashOfSources() {
  const hash = createHash("sha256").update(readFileSync(`${root}package-lock.json`));
  for (const folder of ["src", "rules"]) {
    const files = readdirSync(root + folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    for (const name of files.toSorted()) hash.update(name).update(readFileSync(`${root}${folder}/${name}`));
  }
  return hash.digest("hex").slice(0, 12);
}

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    standfirst: "src/cli/standfirst.ts",
    index: "src/index.ts",
    "extraction-worker": "src/extraction/worker.ts",
  },
  outdir: next,
  define: { STANDFIRST_BUILD: JSON.stringify(hashOfSources()) },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Else each literal with `\p{…}` outside of brackets becomes a `new RegExp`, made anew each time it is asked for.
  supported: { "regexp-unicode-property-escapes": true },
  conditions: ["source"],
  // jsonc-parser's `main` is in a form that can't be bundled.
  mainFields: ["module", "main"],
  // yaml's form for Node is CommonJS, which a dynamic import gives no names of.
  alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
  external: packagesAtRunTime,
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  legalComments: "none",
  metafile: true,
  // Bundled CommonJS packages ask for Node's own modules.
  banner: {
    js: 'import{createRequire as $createRequire}from"node:module";const require=$createRequire(import.meta.url);',
  },
  plugins: [compiledValidators(root), withoutDrawing],
});

writeFileSync(`${next}/THIRD-PARTY-LICENSES.txt`, licencesOf(root, metafile));

// `--help` is a text that never changes: the command need not load its argument parser to show it.
writeFileSync(`${next}/help.txt`, execFileSync(process.execPath, [`${next}/standfirst.js`, "--help"]));

// Types are made by the next step of the build; until then the old ones stay.
if (existsSync(`${root}dist/types`)) renameSync(`${root}dist/types`, `${next}/types`);
if (existsSync(`${root}dist`)) renameSync(`${root}dist`, last);
renameSync(next, `${root}dist`);
rmSync(last, { recursive: true, force: true });
