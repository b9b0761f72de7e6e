/** Query parameters that say where a visitor came from and not what they see. */
const tracking = /^(?:utm_\w+|gclid|fbclid|mc_[ce]id)$/i;

/** Whether a part of a query such as `utm_source=feed` is one of them. */
export const isTracking = (part: string): boolean => tracking.test(part.split("=", 1)[0] ?? "");

/** A URL without the parameters of campaigns; the same text where it has none. */
export function withoutTracking(url: string): string {
  const found = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(url);
  if (found === null) return url;
  const [, path = "", query = "", fragment = ""] = found;
  const all = query.split("&");
  const kept = all.filter((part) => !isTracking(part));
  if (kept.length === all.length) return url;
  return `${path}${kept.length === 0 ? "" : `?${kept.join("&")}`}${fragment}`;
}
