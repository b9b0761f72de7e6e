import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { visible } from "./wording.ts";

/** The value of a config in JavaScript or TypeScript, or why there is none. */
export type Imported = { readonly value: unknown } | { readonly flaw: string };

/** Runs a config that is a module and takes its default export. */
export async function importConfig(path: string): Promise<Imported> {
  try {
    const url = pathToFileURL(path);
    // Node keeps modules by their addresses, and who watches files wants a config as it is now.
    url.search = String(statSync(path).mtimeMs);
    const module: unknown = await import(/* @vite-ignore */ url.href);
    // A config may be put together asynchronously; unawaited, it would be an empty map.
    const value: unknown = await (module as { readonly default?: unknown }).default;
    return value === undefined ? { flaw: 'it has no default export; write "export default { … }"' } : { value };
  } catch (error) {
    return { flaw: flawOf(error) };
  }
}

// Which Node strips types is Node's to know: an older one says that it does not know the extension.
function flawOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException | null)?.code === "ERR_UNKNOWN_FILE_EXTENSION") {
    return "this Node does not read TypeScript; use Node 22.18 or later, or write the config as .mjs or .yaml";
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `it does not run: ${visible(reason)}`;
}
