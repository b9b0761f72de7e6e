/** Whether a file, by its path, holds a text that others wrote for many to have word for word: a licence, a code of conduct. */
export const isStandardText = (path: string): boolean =>
  /(?:^|\/)(?:licen[cs]e|copying|code[-_]of[-_]conduct)(?:[-_.][^/]*)?$/i.test(path);
