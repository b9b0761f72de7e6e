// "3.1.6", "v1.13", "7.0.0.rc2": digits with a dot between, not a part of a longer word.
const version = /(?<![\p{L}\p{N}.])v?\d{1,4}\.\d{1,4}(?![\p{L}])/iu;
// "Crumb 41", and nothing else.
const release = /^(?:\p{Lu}[\p{L}.]* ){1,2}v?\d{1,4}$/u;

/** Whether a title names a version: the notes to one release are meant to be like those to the next. */
export const namesVersion = (title: string): boolean => version.test(title) || release.test(title.trim());
