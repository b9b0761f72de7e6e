const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** The permalink that a style stands for; any other text is one itself. */
export const styledPermalink = (style: string): string => styles[style] ?? style;

/** A permalink with the end that those of the site's own style have: a slash, an ending, or nothing. */
export function withEndOf(pattern: string, style: string): string {
  if (style === "pretty") return `${pattern}/`;
  if (["date", "ordinal", "none"].includes(style)) return `${pattern}:output_ext`;
  const end = /(?:\/|:output_ext)$/.exec(styles[style] === undefined ? style : "")?.[0] ?? "";
  return pattern + end;
}
