import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/**
 * The change of a file as a unified diff that `git apply` and `patch -p1` take.
 *
 * @param path POSIX, relative to the folder that the patch is applied in
 */
export const unifiedDiff = (path: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
