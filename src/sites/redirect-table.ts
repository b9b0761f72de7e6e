import type { RedirectRule, SitePage } from "#model/site";
import { isPattern, isRedirect, pathKey, sourcePath } from "#text/redirect-rules";

/** The redirects of a site, looked up by URL path. */
export interface RedirectTable {
  find(path: string): { readonly rule: RedirectRule; readonly page: SitePage } | undefined;
}

/** Most patterns that are tried for a path; Cloudflare Pages takes 100. */
const mostPatterns = 500;

/**
 * Looks redirects up as hosts do: the first rule in the file that fits a path. Sources may end in `*` and hold
 * `:placeholders` of one segment; a last slash makes no difference. Rules that answer 200 or 404 redirect nowhere, though
 * they keep a path from those below them; rules with conditions hold for some readers only, and do not count.
 */
export const redirectTable = (rules: readonly RedirectRule[]): RedirectTable => {
  const all = tableOf(rules.filter(({ conditional }) => !conditional));
  return {
    find(path) {
      const found = all.find(path);
      return found !== undefined && isRedirect(found.rule) ? found : undefined;
    },
  };
};

/**
 * Looks up by which rule a host answers for a path with what is not in the source: another server, or a function. What
 * answers for all paths shows pages of the site itself.
 */
export const answerTable = (rules: readonly RedirectRule[]): RedirectTable =>
  tableOf(rules.filter((rule) => !/^\/?\*$/.test(sourcePath(rule)) && isAnswer(rule)));

const isAnswer = ({ status, conditional }: RedirectRule) => !conditional && /^200!?$/.test(status?.value ?? "");

function tableOf(rules: readonly RedirectRule[]): RedirectTable {
  const plain = new Map<string, RedirectRule>();
  const patterns: RedirectRule[] = [];
  for (const rule of rules) {
    const source = sourcePath(rule);
    if (isPattern(source)) {
      if (patterns.length < mostPatterns) patterns.push(rule);
    } else if (!plain.has(pathKey(source))) plain.set(pathKey(source), rule);
  }
  return {
    find(path) {
      const exact = plain.get(pathKey(path));
      if (exact !== undefined) return { rule: exact, page: pageOf(path, exact.target.value) };
      for (const rule of patterns) {
        const target = match(sourcePath(rule), rule.target.value, path);
        if (target !== undefined) return { rule, page: pageOf(path, target) };
      }
      return undefined;
    },
  };
}

const pageOf = (url: string, target: string): SitePage => ({ url, kind: "redirect", target });

/** The target of a pattern for a path; undefined where the pattern does not fit. */
function match(source: string, target: string, path: string): string | undefined {
  const wanted = pathKey(source).split("/");
  const given = pathKey(path).split("/");
  const values = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    if (part === "*" && index === wanted.length - 1) {
      values.set("splat", given.slice(index).join("/"));
      return filled(target, values);
    }
    const segment = given[index];
    if (segment === undefined) return undefined;
    if (part.startsWith(":")) values.set(part.slice(1), segment);
    else if (part !== segment) return undefined;
  }
  return wanted.length === given.length ? filled(target, values) : undefined;
}

const filled = (target: string, values: ReadonlyMap<string, string>) =>
  target.replace(/:(\w{1,60})/g, (written, name: string) => values.get(name) ?? written);
