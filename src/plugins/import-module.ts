import { pathToFileURL } from "node:url";
import { printable } from "#text/printable";

/** The value of a module, or why there is none. */
export type Imported = { readonly value: unknown } | { readonly flaw: string };

/**
 * Runs a module in JavaScript or TypeScript and takes its default export.
 *
 * @param kind what the module is, for messages: "config"
 * @param state names what the file says: a module is run again for another one
 */
export async function importModule(path: string, kind: string, state: string): Promise<Imported> {
  try {
    const url = pathToFileURL(path);
    // Node keeps modules by their addresses.
    url.search = state;
    const module: unknown = await import(/* @vite-ignore */ url.href);
    // It may be put together asynchronously; unawaited, it would be an empty map.
    const value: unknown = await (module as { readonly default?: unknown }).default;
    return value === undefined ? { flaw: 'it has no default export; write "export default { … }"' } : { value };
  } catch (error) {
    return { flaw: flawOf(error, kind) };
  }
}

// Which Node strips types is Node's to know: an older one says that it does not know the extension.
function flawOf(error: unknown, kind: string): string {
  if ((error as NodeJS.ErrnoException | null)?.code === "ERR_UNKNOWN_FILE_EXTENSION") {
    const others = kind === "config" ? ".mjs or .yaml" : ".mjs";
    return `this Node does not read TypeScript; use Node 22.18 or later, or write the ${kind} as ${others}`;
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `it does not run: ${printable(reason)}`;
}
