import type { Field } from "#model/field";
import type { Span } from "#model/span";

/** Puts a field's text together from stretches of a document, and keeps the map from the one to the other. */
export class MappedText {
  readonly #document: string;
  readonly #map: number[] = [];
  #value = "";
  #start = 0;
  #end = 0;
  #lastIsCopy = false;

  constructor(document: string) {
    this.#document = document;
  }

  /** Adds a stretch of the document as it stands. */
  copy(start: number, end: number): this {
    if (end <= start) return this;
    if (this.#lastIsCopy && start === this.#end) this.#growLast(end - start);
    else this.#add(start, end);
    this.#value += this.#document.slice(start, end);
    this.#lastIsCopy = true;
    return this;
  }

  /** Adds a text for which a stretch of the document stands as a whole. An empty text leaves the stretch out. */
  replace(text: string, start: number, end: number): this {
    if (text === "") return this;
    this.#add(start, end);
    this.#value += text;
    this.#lastIsCopy = false;
    return this;
  }

  /** The text so far. Its span is the given one, else all from the first to the last stretch. */
  field(span: Span = { start: this.#start, end: this.#end }): Field {
    const [, at, length] = this.#map;
    const isPlain = this.#map.length === 3 && at === span.start && length === this.#value.length;
    return this.#map.length === 0 || isPlain
      ? { value: this.#value, span }
      : { value: this.#value, span, map: this.#map };
  }

  #growLast(by: number): void {
    const last = this.#map.length - 1;
    this.#map[last] = (this.#map[last] ?? 0) + by;
    this.#end += by;
  }

  #add(start: number, end: number): void {
    if (this.#map.length === 0) this.#start = start;
    this.#map.push(this.#value.length, start, end - start);
    this.#end = end;
  }
}
