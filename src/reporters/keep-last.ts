/**
 * Keeps the last result of a costly look-up. A report is in the order of its documents, so one place in memory is
 * enough, whatever the size of the site.
 */
export function keepLast<K, V>(compute: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}
