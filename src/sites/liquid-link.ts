const siteUrl = /^(?:\{\{-?\s{0,9}site\.(url|baseurl)\s{0,9}-?\}\}){1,2}(?=\/|$)/;
const filtered =
  /^\{\{-?\s{0,9}(?:"([^"{}]{0,500})"|'([^'{}]{0,500})')\s{0,9}\|\s{0,9}(?:relative|absolute)_url\s{0,9}-?\}\}/;

const urlFilter = /^\{\{-?\s{0,9}(?:"(\/[^"{}]{0,500})"|'(\/[^'{}]{0,500})')\s{0,9}\|\s{0,9}url\s{0,9}-?\}\}/;

/** A link that Eleventy's filter makes of a path of the site, `{{ "/about/" | url }}`, as that path. Any other stays as it is. */
export function withoutUrlFilter(href: string): string {
  const call = urlFilter.exec(href.trim());
  return call === null ? href : `${call[1] ?? call[2] ?? ""}${href.trim().slice(call[0].length)}`;
}

/**
 * A link of which Liquid makes a path of the site, `{{ site.baseurl }}/about/` or `{{ "about/" | relative_url }}`, as
 * that path. Any other link stays as it is.
 */
export function withoutLiquid(href: string, basePath: string): string {
  const written = href.trim();
  const prefix = siteUrl.exec(written);
  if (prefix !== null && !written.includes("{%")) {
    return `${prefix[1] === "baseurl" ? basePath : ""}${written.slice(prefix[0].length)}` || "/";
  }
  const call = filtered.exec(written);
  if (call === null) return href;
  const path = call[1] ?? call[2] ?? "";
  // Addresses of other sites pass the filter unchanged.
  const isAddress = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(path);
  return `${isAddress ? "" : `${basePath}/`}${path.replace(isAddress ? /^$/ : /^\/+/, "")}${written.slice(call[0].length)}`;
}
