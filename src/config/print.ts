import type { RuleSet, Settings } from "#rule-kit/settings";
import { compileGlobs } from "./globs.ts";
import type { LoadedConfig } from "./load.ts";
import { pathFrom } from "./path-from.ts";

/** What to print the config of. */
export interface PrintRequest {
  /** Prints what holds for this path only, relative to `root`. */
  readonly path?: string | undefined;
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
}

/**
 * The effective config as YAML. It is a config itself: every rule that is on is spelt out with all its options, and
 * `extends` is empty.
 */
export async function printConfig(
  loaded: LoadedConfig,
  settings: Settings,
  rules: RuleSet,
  { path, root }: PrintRequest,
): Promise<string> {
  const { Document, isMap, isSeq, visit } = await import("yaml");
  const { overrides, ignores, inputs, html } = loaded.value;
  const effective = {
    extends: [],
    rules: rulesOf(settings, rules, path),
    ...(path === undefined && given({ overrides, ignores, inputs })),
    ...given({ site: loaded.value.site, html }),
    failOn: settings.gate.failOn,
    ...given({
      maxWarnings: settings.gate.maxWarnings,
      budgets: loaded.value.budgets,
      baseline: loaded.value.baseline,
    }),
  };
  const document = new Document(effective, { aliasDuplicateObjects: false });
  // A rule and its options read best on one line.
  visit(document, {
    Pair(_, { value }) {
      if (isSeq(value)) value.flow = !value.items.some((item) => isMap(item) && item.has("files"));
    },
  });
  return `${headOf(loaded, path, root)}${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}

function headOf({ path: file, directory, value }: LoadedConfig, path: string | undefined, root: string): string {
  const from = file === undefined ? "the defaults; there is no config file" : pathFrom(root, file);
  const lines = [`Effective config${path === undefined ? "" : ` of ${path}`}, from ${from}`];
  if (path !== undefined && compileGlobs(value.ignores ?? [], directory, root)(path)) {
    lines.push('This path is ignored: a glob under "ignores" matches it');
  }
  return lines.map((line) => `# ${JSON.stringify(line).slice(1, -1).replaceAll('\\"', '"')}.\n`).join("");
}

/** The rules that are on, each with severity and options. */
function rulesOf(settings: Settings, rules: RuleSet, path: string | undefined): Readonly<Record<string, unknown>> {
  const on = Object.keys(rules)
    .toSorted()
    .flatMap((id) => {
      const { severity, options } = path === undefined ? settings.base(id) : settings.at(id, path);
      if (severity === "off") return [];
      return [[id, Object.keys(options).length === 0 ? severity : [severity, options]]];
    });
  return Object.fromEntries(on);
}

const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
