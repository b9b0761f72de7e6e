import { relative, sep } from "node:path";

/** The path of a file from a folder on, POSIX: what reports and messages call it. */
export const pathFrom = (folder: string, file: string): string => relative(folder, file).replaceAll(sep, "/");
