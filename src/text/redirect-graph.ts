import type { Corpus } from "#model/corpus";
import type { Place } from "#model/problem";
import type { RedirectRule, SitePages } from "#model/site";
import { decodedPath, isPattern, isRedirect, pathKey, sourcePath } from "./redirect-rules.ts";
import { excerpt } from "./wording.ts";

/** The redirects of a site that send every reader from one path elsewhere, in the order of the files. */
export const plainRedirects = ({ site }: Corpus): RedirectRule[] =>
  (site?.model.redirects ?? [])
    .flatMap(({ rules }) => rules)
    .filter((rule) => isRedirect(rule) && !isPattern(sourcePath(rule)) && rule.span.end > rule.span.start);

/** The source, the target, or the status of a redirect, as a place. */
export const redirectPlace = (rule: RedirectRule, part: "source" | "target" | "status"): Place => ({
  path: rule.path,
  span: (rule[part] ?? rule.source).span,
  anchor: `redirect:${rule.source.value}`,
});

/** The path that a redirect leads to; undefined where it leads to another host. */
export function targetPath({ target }: RedirectRule, site: SitePages): string | undefined {
  const host = hostOf(target.value);
  return host === "" || host === hostOf(site.model.baseUrl ?? "") ? decodedPath(target.value) : undefined;
}

const hostOf = (url: string) => /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? "";

/** Each plain redirect of a site with the rules that follow one another from it on. None where there is no site. */
export function* redirectChains(corpus: Corpus): Iterable<RedirectChain> {
  const { site } = corpus;
  if (site === undefined) return;
  const rules = plainRedirects(corpus);
  const sources = bySource(rules);
  for (const rule of rules) {
    yield {
      rule,
      chain: chainFrom(rule, sources, site),
      site,
      data: { source: excerpt(rule.source.value), target: excerpt(rule.target.value) },
      at: redirectPlace(rule, "target"),
      key: pathKey(sourcePath(rule)),
    };
  }
}

/** A redirect, what follows from it, and how a problem of it is named and placed. */
interface RedirectChain {
  readonly rule: RedirectRule;
  /** Starts with the rule; ends with one that came before where the rules go in a circle. */
  readonly chain: readonly RedirectRule[];
  readonly site: SitePages;
  readonly data: { readonly source: string; readonly target: string };
  readonly at: Place;
  readonly key: string;
}

/** The first rule for each source. */
function bySource(rules: readonly RedirectRule[]): ReadonlyMap<string, RedirectRule> {
  const first = new Map<string, RedirectRule>();
  for (const rule of rules) {
    const key = pathKey(sourcePath(rule));
    if (!first.has(key)) first.set(key, rule);
  }
  return first;
}

/** The rules that follow one another from a rule on; ends with a rule that came before where they go in a circle. */
function chainFrom(
  rule: RedirectRule,
  sources: ReadonlyMap<string, RedirectRule>,
  site: SitePages,
): readonly RedirectRule[] {
  const chain = [rule];
  const seen = new Set(chain);
  for (let last = rule; ;) {
    const target = targetPath(last, site);
    const next = target === undefined ? undefined : sources.get(pathKey(target));
    if (next === undefined) return chain;
    chain.push(next);
    if (seen.has(next) || chain.length > 50) return chain;
    seen.add(next);
    last = next;
  }
}
