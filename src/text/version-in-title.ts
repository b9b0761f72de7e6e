// "3.1.6", "v1.13", "7.0.0.rc2": digits with a dot between, not a part of a longer word. "CVE-2026-1234" is an advisory.
const version = /(?<![\p{L}\p{N}.])(?:v?\d{1,4}\.\d{1,4}(?![\p{L}])|CVE-\d{4}-\d{4})/iu;
// "Crumb 41", and nothing else.
const release = /^(?:\p{Lu}[\p{L}.]* ){1,2}v?\d{1,4}$/u;

/** Whether a title names a version or an advisory: the notes to one release are meant to be like those to the next. */
export const namesVersion = (title: string): boolean => version.test(title) || release.test(title.trim());
