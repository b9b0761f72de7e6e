/** A slot of a message: `{name}`, `{count|word}` or `{count|entry|entries}`. */
export const slotPattern = /\{(\w+)(?:\|(\w+)(?:\|(\w+))?)?\}/g;

/** The names of a message's slots. */
export const slotsOf = (message: string): string[] =>
  Array.from(message.matchAll(slotPattern), ([, name = ""]) => name);
