/** Docusaurus copies all documents for each version that is released, in the language of the site and in others. */
const copied =
  /(?:^|\/)(?:\w+_)?versioned_docs\/version-[^/]+\/|\/docusaurus-plugin-content-docs[^/]*\/version-[^/]+\//;

/** Whether a document, by its path, is the copy that a released version keeps: it is meant to be like the others. */
export const isVersionCopy = ({ path }: { readonly path: string }): boolean => copied.test(path);
