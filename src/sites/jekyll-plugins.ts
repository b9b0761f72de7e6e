import { textAt, textsAt, type ConfigMap } from "./config-values.ts";
import { listFiles, readSmallText } from "./site-files.ts";

/** Plugins that make no pages but such as are known here. */
const quietPlugins = new Set(
  `jekyll-feed jekyll-sitemap jekyll-seo-tag jekyll-redirect-from jekyll-relative-links jemoji jekyll-mentions
  jekyll-avatar jekyll-gist jekyll-titles-from-headings jekyll-optional-front-matter jekyll-default-layout
  jekyll-readme-index jekyll-github-metadata jekyll-include-cache jekyll-toc jekyll-paginate jekyll-remote-theme
  jekyll-last-modified-at jekyll-sass-converter jekyll-coffeescript jekyll-commonmark jekyll-commonmark-ghpages
  jekyll-archives jekyll-compose jekyll-admin jekyll-minifier jekyll-spaceship jekyll-target-blank github-pages`.split(
    /\s+/,
  ),
);

/** What the plugins of a site change about its pages. */
export interface JekyllPlugins {
  readonly names: readonly string[];
  /** Whether one of them makes pages that no document shows. */
  readonly makesPages: boolean;
  readonly takesBareMarkdown: boolean;
}

/** The plugins that the config, the Gemfile and the folder `_plugins` name. */
export function jekyllPlugins(file: string, source: string, config: ConfigMap): JekyllPlugins {
  const gems = readSmallText(`${file}/Gemfile`) ?? readSmallText(`${source}/Gemfile`);
  const named = [...(textsAt(config, "plugins") ?? []), ...(textsAt(config, "gems") ?? [])];
  const grouped = (gems ?? "").matchAll(/^\s{0,20}gem\s{1,9}["']((?:jekyll-|jemoji|github-pages)[\w-]{0,50})["']/gm);
  const names = [...new Set([...named, ...Array.from(grouped, ([, name = ""]) => name)])];
  const own = listFiles(`${source}/${textAt(config, "plugins_dir") ?? "_plugins"}`);
  const isGenerator = (path: string) =>
    path.endsWith(".rb") &&
    /Generator\b|PageWithoutAFile|\.pages\s*<</.test(readSmallText(`${source}/_plugins/${path}`) ?? "");
  return {
    names,
    makesPages:
      names.some((name) => !quietPlugins.has(name) && !name.startsWith("jekyll-theme")) || own.some(isGenerator),
    // Without a Gemfile it is GitHub that builds the site, with plugins of its own.
    takesBareMarkdown:
      gems === undefined || names.some((name) => ["github-pages", "jekyll-optional-front-matter"].includes(name)),
  };
}
