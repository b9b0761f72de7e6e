import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";

/**
 * The modules that load ajv, the schema that each compiles, and what stands in its place once the schema is code.
 * A module's exports keep their names and types.
 */
const modules = {
  "src/config/validators.ts": {
    schema: "schemas/config.schema.json",
    dialect: Ajv,
    door: "export const configValidator = () => (value) => (validate(value) ? [] : (validate.errors ?? []));",
  },
  "src/sources/validators.ts": {
    schema: "schemas/post-index.schema.json",
    dialect: Ajv2020,
    door: "export const validatePostIndex = validate;",
  },
};

/**
 * An esbuild plugin that replaces the modules which load ajv by code that ajv compiles now, so that the command loads
 * neither ajv nor schemas when it runs.
 *
 * @param {string} root folder of the project, with a slash at its end
 * @returns {import("esbuild").Plugin}
 */
export const compiledValidators = (root) => ({
  name: "compiled-validators",
  setup(build) {
    build.onLoad({ filter: /[\\/]validators\.ts$/ }, ({ path }) => {
      const module = modules[path.slice(root.length).replaceAll("\\", "/")];
      if (module === undefined) throw new Error(`${path} is not known to compile a schema`);
      const ajv = new module.dialect({
        allErrors: true,
        strictTypes: false,
        strictTuples: false,
        allowUnionTypes: true,
        code: { source: true, esm: true },
      });
      ajv.addSchema(JSON.parse(readFileSync(root + module.schema, "utf8")), "schema");
      const code = standaloneCode.default(ajv, { validate: "schema" });
      return { contents: `${code}\n${module.door}\n`, loader: "js", resolveDir: root };
    });
  },
});
