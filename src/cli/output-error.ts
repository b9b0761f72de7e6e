const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied.",
  EPERM: "not permitted.",
  EROFS: "the file system is read-only.",
  EISDIR: "it is a folder; name a file.",
  ENOTDIR: "a part of its path is a file, not a folder.",
  ENOSPC: "the disk is full.",
  EEXIST: "a part of its path is a file, not a folder.",
};

/** A file or a stream that can't be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";

  /**
   * @param what the file, or the name of the stream
   * @param cause what the system says
   */
  constructor(what: string, cause: Error) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    super(`${what} can't be written: ${reasons[code] ?? cause.message}`, { cause });
  }
}
