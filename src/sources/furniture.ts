/** Lines of furniture are short. */
const longest = 100;

const navigation =
  /^[«»←→‹›<>\s]*(?:(?:next|previous|prev|older|newer)(?: (?:page|posts?|articles?|entries))?|page \d+(?: of \d+)?|\d+(?:\s+(?:\d+|…|\.\.\.))+)[«»←→‹›<>\s]*$/i;
const more =
  /^(?:read|continue|see|show|load|view) (?:more|all|reading|the (?:full )?(?:post|article|story))\b.{0,20}$/i;
const notice = /^(?:©|\(c\) |copyright\b|powered by |all rights reserved)/i;

/** Whether a line is what list pages have around and under their entries: navigation, "Read more", a copyright notice. */
export const isFurniture = (line: string): boolean =>
  line.length <= longest && [navigation, more, notice].some((form) => form.test(line));
