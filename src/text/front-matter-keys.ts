// Names of the front-matter keys that are in general use, by who reads them. Themes have more; a slip is only what
// nearly is one of these.
const hugo =
  "_build aliases audio build cascade categories date description draft expiryDate headless images isCJKLanguage keywords " +
  "lastmod layout linkTitle markup menu menus modified outputs params publishDate resources series sitemap slug " +
  "summary tags title translationKey type unpublishdate url videos weight";
const jekyll =
  "author canonical_url category excerpt excerpt_separator last_modified_at permalink published redirect_from redirect_to toc";
const docusaurus =
  "authors custom_edit_url displayed_sidebar hide_reading_time hide_table_of_contents hide_title id image last_update " +
  "pagination_label pagination_next pagination_prev sidebar_class_name sidebar_custom_props sidebar_label " +
  "sidebar_position toc_max_heading_level toc_min_heading_level truncate unlisted";
const astroAndEleventy =
  "canonicalURL eleventyComputed eleventyExcludeFromCollections eleventyNavigation featured pubDate " +
  "templateEngineOverride updatedDate";
// Those of VitePress too.
const starlight =
  "banner editLink editUrl features footer head hero lastUpdated navbar next pagefind prev sidebar tableOfContents " +
  "template titleTemplate";
const themes =
  "canonical comments contributors cover editor editors featured_image language locale mermaid minutes readingTime " +
  "reading_time redirect redirects reviewers robots searchHidden seo_description seo_title subtitle thumbnail translator translators updated";

/** Keys of front matter that generators and common themes read. */
export const knownFrontMatterKeys: readonly string[] = [
  hugo,
  jekyll,
  docusaurus,
  astroAndEleventy,
  starlight,
  themes,
].flatMap((names) => names.split(" "));
