const minutesForm =
  /^(?:(?:reading time|read time|lesezeit|time to read|read|reading):?\s+)?(?:~|≈|<|about |approx\.? |ca\.? |under |less than )?\s?(?:(\d{1,3})\s?(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\.?(?:,? (?:and )?|$))?(?:(\d{1,4}|a)(?:[.,](\d))?[\s-]?(?:m|mins?|minutes?|minuten|minutos?|minuti|phút|分钟?)\.?)?(?:\s(?:to )?(?:read|reading|lesezeit|lesen|de lecture|de lectura|di lettura|đọc))?(?:\stime)?$/i;

/**
 * Minutes as people write them: "20 min", "20 min read", "20 minutes", "1 hr 5 min". "< 1 min" is 1.
 *
 * @returns undefined where the text says no time to read
 */
export function readMinutes(text: string): number | undefined {
  const match = minutesForm.exec(text.replace(/\s+/g, " "));
  if (match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  const minutes = match[2] === "a" ? 1 : Number(`${match[2] ?? 0}.${match[3] ?? 0}`);
  return Number(match[1] ?? 0) * 60 + minutes;
}
