/** A part of a config: any JSON value, as the parsers give it. */
export type ConfigValue = unknown;
export type ConfigMap = Readonly<Record<string, ConfigValue>>;

/** The value of a text in JSON; undefined where it is none: the build or the host that reads it stops there, and says so. */
export function jsonIn(text: string | undefined): ConfigValue {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

export const isMap = (value: ConfigValue): value is ConfigMap =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

export const mapAt = (value: ConfigValue, key: string): ConfigMap => {
  const inner = isMap(value) ? value[key] : undefined;
  return isMap(inner) ? inner : {};
};

export const textAt = (value: ConfigValue, key: string): string | undefined => {
  const inner = isMap(value) ? value[key] : undefined;
  return typeof inner === "string" ? inner : undefined;
};

/** The text at a key, or another one where there is none. */
export const textOr = (value: ConfigValue, key: string, otherwise: string): string => textAt(value, key) ?? otherwise;

export const flagAt = (value: ConfigValue, key: string, otherwise: boolean): boolean => {
  const inner = isMap(value) ? value[key] : undefined;
  return typeof inner === "boolean" ? inner : otherwise;
};

/** The texts of a list, or a single text as a list of one. */
export function textsAt(value: ConfigValue, key: string): string[] | undefined {
  const inner = isMap(value) ? value[key] : undefined;
  if (typeof inner === "string") return [inner];
  return Array.isArray(inner) ? inner.filter((item): item is string => typeof item === "string") : undefined;
}

export const listAt = (value: ConfigValue, key: string): readonly ConfigValue[] => {
  const inner = isMap(value) ? value[key] : undefined;
  return Array.isArray(inner) ? (inner as readonly ConfigValue[]) : [];
};

/** A config of which maps are merged; where both have another value, the later one counts. */
export function merged(first: ConfigMap, later: ConfigMap): ConfigMap {
  const all = new Map(Object.entries(first));
  for (const [key, value] of Object.entries(later)) {
    const before = all.get(key);
    all.set(key, isMap(before) && isMap(value) ? merged(before, value) : value);
  }
  return Object.fromEntries(all);
}

const isSmall = (key: string): number => Number(key === key.toLowerCase());

/**
 * The same map with the names of its keys, at all levels, in small letters. Of two that become one, that with capitals
 * counts, as Hugo writes it over the other.
 */
export function withSmallKeys(value: ConfigMap): ConfigMap {
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => isSmall(b) - isSmall(a))
      .map(([key, inner]) => [key.toLowerCase(), isMap(inner) ? withSmallKeys(inner) : inner]),
  );
}
