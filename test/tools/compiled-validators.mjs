import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";

/**
 * An esbuild plugin that replaces the modules named `validators.ts` by code that ajv compiles now, so that ajv is not
 * loaded when the command runs. Such a module says in its first line which schemas it compiles:
 * `// compiles: validateConfig = schemas/config.schema.json`.
 *
 * @param {string} root folder of the project, with a slash at its end
 * @returns {import("esbuild").Plugin}
 */
export const compiledValidators = (root) => ({
  name: "compiled-validators",
  setup(build) {
    build.onLoad({ filter: /\/validators\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const targets = [...source.matchAll(/^\/\/ compiles: (\w+) = (\S+)$/gm)];
      if (targets.length === 0) throw new Error(`${path} does not say what it compiles`);
      const ajv = addFormats.default(new Ajv.default({ allErrors: true, code: { source: true, esm: true } }));
      const exports = {};
      for (const [, name, file] of targets) {
        const schema = JSON.parse(readFileSync(root + file, "utf8"));
        ajv.addSchema(schema, name);
        exports[name] = name;
      }
      return { contents: standaloneCode.default(ajv, exports), loader: "js", resolveDir: root };
    });
  },
});
