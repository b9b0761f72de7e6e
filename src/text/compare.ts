/** Orders strings by UTF-16 units: the same on every machine, whatever its locale. */
export const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
