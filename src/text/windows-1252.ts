/** The bytes 0x80 to 0x9F of Windows-1252 as code points; 0 where it has none and readers keep the control character. */
export const upperBytes: readonly number[] = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/**
 * Turns a text whose characters are the bytes of a file (as ISO 8859-1 reads them) into what Windows-1252 makes of
 * them. `TextDecoder` does that in some releases of Node only.
 */
export const fromLatin1 = (bytes: string): string =>
  bytes.replace(/[\x80-\x9f]/g, (byte) => {
    const codePoint = upperBytes[byte.charCodeAt(0) - 0x80] ?? 0;
    return codePoint === 0 ? byte : String.fromCharCode(codePoint);
  });
