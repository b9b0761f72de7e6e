import { learnConvention, quorum } from "./convention.ts";
import { byKey } from "./groups.ts";

/** Members that lack something, by what that says of them. */
export interface LackingMembers<T> {
  /** Those that stand out: their section, or all, have the habit, or they are few. Each is a fault of its own. */
  readonly asked: readonly T[];
  /** Those of sections without the habit: one fault, however many they are. */
  readonly unusual: readonly T[];
  /** How many members those sections have. */
  readonly total: number;
}

/**
 * Tells members that lack what others have by habit from those where nobody has the habit.
 *
 * @param has whether a member has what is asked for
 * @param sectionOf name of the section that a member is in; those of one section are made alike
 */
export function lackingOf<T>(
  members: readonly T[],
  has: (member: T) => boolean,
  sectionOf: (member: T) => string,
): LackingMembers<T> {
  const isHabit = (some: readonly T[]) => learnConvention(some.map(has))?.value === true;
  const isAsked = isHabit(members) || members.filter((member) => !has(member)).length < quorum.members;
  const [asked, unusual]: [T[], T[]] = [[], []];
  let total = 0;
  for (const section of byKey(members, sectionOf).values()) {
    const isOne = isAsked || isHabit(section);
    if (!isOne) total += section.length;
    for (const member of section) if (!has(member)) (isOne ? asked : unusual).push(member);
  }
  return { asked, unusual, total };
}
