import { existsSync, readdirSync, readFileSync } from "node:fs";

/**
 * The licences of all packages whose code a bundle contains, one after the other, sorted by name.
 *
 * @param {string} root folder of the project, with a slash at its end
 * @param {import("esbuild").Metafile} metafile
 */
export function licencesOf(root, metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders]
    .toSorted()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${root}${folder}/package.json`, "utf8"));
      return `${name} ${version} (${license ?? "see below"})\n\n${licenceText(`${root}${folder}`)}`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** @param {string} folder */
function licenceText(folder) {
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name))
    : undefined;
  return file === undefined ? "" : readFileSync(`${folder}/${file}`, "utf8");
}
