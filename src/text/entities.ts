/** A character reference of HTML that stands in a text as it was typed. */
export interface RawEntity {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly character: string;
}

// The references that writing tools produce; any other "&word;" may be meant.
// prettier-ignore
const named: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad", copy: "©", reg: "®", trade: "™",
  deg: "°", middot: "·", bull: "•", hellip: "…", ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“",
  rdquo: "”", sbquo: "‚", bdquo: "„", laquo: "«", raquo: "»", times: "×", rarr: "→", larr: "←", euro: "€", pound: "£",
  sect: "§", zwj: "\u200d", zwnj: "\u200c", szlig: "ß", eacute: "é", egrave: "è", agrave: "à", aacute: "á",
  iacute: "í", oacute: "ó", uacute: "ú", ntilde: "ñ", ccedil: "ç", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä",
  Ouml: "Ö", Uuml: "Ü", aring: "å", oslash: "ø", aelig: "æ",
};

const reference = /&(?:amp;)?(?:([a-z]{2,6})|#(\d{2,6})|#x([0-9a-f]{2,5}));/gi;

/** The character references in a text that was decoded already, so that readers see them as they stand. */
export const findEntities = (text: string): RawEntity[] =>
  [...text.matchAll(reference)].flatMap(({ index, 0: found, 1: name, 2: decimal, 3: hexadecimal }) => {
    const character = name === undefined ? fromNumber(decimal, hexadecimal) : named[name];
    return character === undefined || isMention(text, index, found, character)
      ? []
      : { start: index, end: index + found.length, found, character };
  });

/** A space entity that stands between spaces is spoken of: "Why &nbsp; breaks a layout". */
const isMention = (text: string, index: number, found: string, character: string) =>
  /^[\u00a0\u00ad\u200c\u200d]$/.test(character) &&
  /^\s?$/.test(text[index - 1] ?? "") &&
  /^\s?$/.test(text[index + found.length] ?? "");

function fromNumber(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const isCharacter = codePoint >= 0x20 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
  return isCharacter ? String.fromCodePoint(codePoint) : undefined;
}
