/**
 * A function of a text that remembers its latest answers, for texts that several rules or facts ask about in turn. An
 * answer is shared by all who ask: it must not be changed.
 *
 * @param most answers kept; then all are forgotten
 */
export function remembering<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= most) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}

/**
 * A function that remembers what the last key gave: rules, and reporters, go through a site document by document, so one
 * place in memory is enough, whatever its size. What it gives is shared and must not be changed.
 */
export function rememberingLast<K, T>(read: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly value: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}

/**
 * A function of an object that remembers its answer for as long as the object lives: facts of one document share what
 * they read of it. An answer is shared by all who ask: it must not be changed.
 */
export function rememberingFor<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered.value;
    const value = read(key);
    known.set(key, { value });
    return value;
  };
}
