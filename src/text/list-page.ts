/** Whether a document introduces a list of posts and is none itself: Hugo's `_index.md`. */
export const isListPage = (path: string): boolean => /(?:^|\/)_index\.\w+$/.test(path);
