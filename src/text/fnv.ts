/** FNV-1a of a text over its UTF-16 units: an integer of 32 bits, quick to make and no defence against who chooses texts. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
