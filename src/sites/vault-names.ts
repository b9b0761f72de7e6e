import type { SiteModel } from "#model/site";
import { below, nameParts } from "./placement.ts";
import type { PlainSettings } from "./plain.ts";

/**
 * The files of vaults, by which links of notes name them: their names alone, or the ends of their paths, wherever they lie
 * in the vault (https://help.obsidian.md/links, read on 2026-11-24; Quartz calls it `shortest`).
 */
export class VaultNames {
  readonly #model: SiteModel;
  readonly #vaults: readonly string[];
  #byName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(model: SiteModel) {
    this.#model = model;
    this.#vaults = model.generator === "plain" ? ((model.settings as PlainSettings | undefined)?.vaults ?? []) : [];
  }

  /** The file that a link in a note means, by their paths; undefined where the note is in no vault, or none is called so. */
  find(from: string, link: string): string | undefined {
    const vault = this.#vaults.find((folder) => below(folder, from) !== undefined);
    const wanted = link.replace(/^(?:\.\/)+/, "").toLowerCase();
    if (vault === undefined || wanted === "" || /^\/|(?:^|\/)\.\.\//.test(wanted)) return undefined;
    return this.#called(wanted.split("/").at(-1) ?? "").find((path) =>
      `/${below(vault, path) ?? ""}`.toLowerCase().endsWith(`/${wanted}`),
    );
  }

  #called(name: string): readonly string[] {
    if (this.#byName === undefined) {
      const names = new Map<string, string[]>();
      for (const path of [...this.#model.contentFiles, ...this.#model.contentAssets]) {
        const { name: stem, end } = nameParts(path.toLowerCase());
        const key = end === "" ? stem : `${stem}.${end}`;
        const known = names.get(key);
        if (known === undefined) names.set(key, [path]);
        else known.push(path);
      }
      this.#byName = names;
    }
    return this.#byName.get(name) ?? [];
  }
}
