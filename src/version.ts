import manifest from "../package.json" with { type: "json" };

/** Version of this package. */
export const version: string = manifest.version;

/** Set by the build to a hash of all that goes into the bundle. */
declare const STANDFIRST_BUILD: string | undefined;

/** Names the code that makes facts: facts that another build made are not used. */
export const buildId: string = `${version}-${typeof STANDFIRST_BUILD === "undefined" ? "source" : STANDFIRST_BUILD}`;
