// English, German, French, Spanish, Italian, Portuguese and Dutch, with the usual short forms.
const monthNames: readonly string[] = [
  "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
  "february feb februar février fevrier févr fevr fév febrero febbraio fevereiro fev februari",
  "march mar märz maerz mär mrz mars marzo março marco maart mrt",
  "april apr avril avr abril abr aprile",
  "may mai mayo maggio mag maio mei",
  "june jun juni juin junio giugno giu junho",
  "july jul juli juillet juil julio luglio lug julho",
  "august aug août aout agosto ago augustus",
  "september sep sept septembre septiembre setiembre settembre set setembro",
  "october oct oktober okt octobre octubre ottobre ott outubro out",
  "november nov novembre noviembre novembro",
  "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
];

const months = new Map(
  monthNames.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const weekdays = new Set(
  `sunday sun monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat
  sonntag so montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa
  dimanche dim lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam
  domingo dom lunes martes mié miércoles mie miercoles jue jueves vie viernes sáb sábado sab sabado
  domenica lunedì martedì mercoledì giovedì venerdì sabato zondag maandag dinsdag woensdag donderdag vrijdag zaterdag`.split(
    /\s+/,
  ),
);

/** The month, 1 to 12, that a lower-case word or its short form names; undefined for any other word. */
export const monthOf = (word: string): number | undefined => months.get(word);

/** Whether a lower-case word names a day of the week. */
export const isWeekday = (word: string): boolean => weekdays.has(word);
