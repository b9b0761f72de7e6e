import { expect, test } from "vitest";
import { guessLanguage } from "#text/function-words";
import { wordRunOf } from "#text/vocabulary";

const guess = (text: string) => guessLanguage(wordRunOf(text).forms)?.language;

test.each([
  ["en", "The dough is left to rise for a night, and it is baked when the oven is hot."],
  ["fr", "Le pain de seigle se prépare avec de la farine et du sel. On laisse la pâte dans un endroit frais."],
  ["es", "La masa reposa para que los panes sean más ligeros, y el horno tiene que estar muy caliente."],
  ["it", "La pasta si prepara con la farina di segale e il sale, e il pane si cuoce quando il forno è caldo."],
  ["pt", "A massa de centeio é feita com farinha, e o pão não vai ao forno antes de uma noite no fresco."],
  ["de", "Der Teig ruht die Nacht über, und das Brot wird gebacken, wenn der Ofen heiß ist."],
  ["ja", "生地を一晩寝かせて、オーブンが熱くなったら焼きます。"],
])("a text in %s is known", (language, text) => {
  expect(guess(text)).toBe(language);
});

test("a text in a language that is not known is told to be none", () => {
  expect(guess("Se lasă aluatul să crească peste noapte, apoi se coace când cuptorul este fierbinte.")).toBeUndefined();
});
