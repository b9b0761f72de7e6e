// Words that head a box beside the text, by language. A colon must follow, so that "Note that …" is prose.
const heads = `prerequisites? requirements? note notes important warning caution attention tip hint info information
  disclaimer disclosure heads[-\\s]up editor['’]s\\snote author['’]s\\snote spoiler\\s(?:alert|warning) affiliate\\s(?:disclosure|notice)
  voraussetzung(?:en)? hinweis achtung warnung wichtig tipp anmerkung
  prérequis remarque avertissement astuce à\\snoter
  requisitos?\\sprevios? nota aviso advertencia importante consejo atenção
  prerequisiti avviso avvertenza attenzione suggerimento
  vereisten let\\sop opmerking waarschuwing
  注意 备注 提示 警告 前提 備考 참고 주의`.split(/\s+/);
const notice = new RegExp(
  `^[\\s\\p{Extended_Pictographic}\\uFE0F*_>!\\[(「【]{0,12}(${heads.join("|")})[*_\\])】」]{0,4}\\s?[:：]`,
  "iu",
);

/** The word that heads a notice at a text's start ("Prerequisite", "Note"), and where its colon ends. */
export function noticeAtStart(text: string): { readonly head: string; readonly end: number } | undefined {
  const match = notice.exec(text.slice(0, 80));
  return match === null ? undefined : { head: match[1] ?? "", end: match[0].length };
}
