import type { Stretch } from "./sentences.ts";

/**
 * Terms that leave readers out, each with another, after retext-equality 7.1.0 (MIT licence, © Titus Wormer), the list of
 * alex. Of its 425 entries those are here that mean people in nearly every text; family, titles of nobility, pronouns and
 * words of praise are not.
 */
const ofPeople = `businessman: business person; businessmen: business people; cameraman: camera operator; chairman: chair;
chairmen: chairs; clergyman: cleric; cleaning lady: cleaner; congressman: member of congress; councilman: council member;
craftsman: artisan; fireman: firefighter; firemen: firefighters; fisherman: fisher; foreman: supervisor;
forefathers: ancestors; founding fathers: founders; frenchmen: the French; englishmen: the English; freshman: first-year student;
garbageman: waste collector; handyman: repairer; henchman: sidekick; housewife: homemaker; housewives: homemakers;
layman: lay person; laymen: lay people; mailman: mail carrier; man hour: hour of work; man hours: hours of work;
man made: artificial; manmade: artificial; mankind: humankind; manned: crewed; manpower: workforce; middleman: intermediary;
middlemen: intermediaries; modern man: modern people; policeman: police officer; policemen: police officers;
postman: mail carrier; repairman: repairer; salesman: salesperson; salesmen: salespeople; spokesman: spokesperson;
spokesmen: spokespeople; sportsman: athlete; stewardess: flight attendant; unmanned: uncrewed; waitress: server;
weatherman: meteorologist; workman: worker; workmen: workers; you guys: you all; hey guys: hello all;
afflicted with: who has; birth defect: disability; commit suicide: die by suicide; committed suicide: died by suicide;
confined to a wheelchair: who uses a wheelchair; crazy: wild; cripple: person with a limp; crippled: badly damaged;
deaf and dumb: deaf; deafmute: deaf; differently abled: with a disability; downs syndrome: Down syndrome; dumb: foolish;
handicapable: with a disability; handicapped: with a disability; hearing impaired: hard of hearing; insane: absurd;
insanely: very; lame: dull; lunatic: fanatic; madman: fanatic; mentally ill: with a mental illness; midget: person with dwarfism;
mongoloid: person with Down syndrome; moron: fool; psycho: fanatic; retard: fool; retarded: foolish; schizo: person with schizophrenia;
spastic: person with cerebral palsy; spaz: person with cerebral palsy; suffering from schizophrenia: with schizophrenia;
wheelchair bound: who uses a wheelchair; dream catcher: inspiration; eskimo: Inuit; eskimos: Inuit; gypped: cheated; gypsy: Romani;
gypsies: Roma; long time no see: it has been a long time; off the reservation: out of bounds; on the warpath: angry;
oriental: Asian; orientals: Asian people; redskin: Native American; redskins: Native Americans; spirit animal: inspiration;
too many chiefs: too many cooks; gay agenda: gay issues; gay lifestyle: gay lives; hermaphrodite: intersex person;
homosexual: gay; homosexuals: gay people; preferred pronouns: pronouns; sex change: transition; sexual preference: sexual orientation;
tranny: transgender person; transgendered: transgender; transgenderism: being transgender; transvestite: cross-dresser`;

/** Terms that have a meaning of their own in technical texts, where they name no people. */
const technical = `abort: stop; blackhat: malicious; blacklist: deny list; blacklisted: denied; blacklisting: denying;
disabled: off; dummy: placeholder; execute: run; garbage: waste; grandfathered: exempt; grandfather clause: legacy clause;
hang: stop responding; host: presenter; kill: end; man in the middle: interceptor; master: primary; masters: primaries;
native: built-in; sane: sensible; sanity check: quick check; slave: replica; slaves: replicas; special: particular; tribe: team;
whitehat: ethical; whitelist: allow list; whitelisted: allowed; whitelisting: allowing`;

/** A term in a text. */
export interface InclusiveTerm extends Stretch {
  /** The term as the list has it. */
  readonly term: string;
}

interface Listed {
  readonly instead: string;
  readonly isTechnical: boolean;
}

let all: ReadonlyMap<string, Listed> | undefined;
/** The list, read when it is first asked for. */
const terms = () => (all ??= new Map([...rowsOf(ofPeople, false), ...rowsOf(technical, true)]));

const rowsOf = (list: string, isTechnical: boolean) =>
  list.split(/;\s+/).map((row): [string, Listed] => {
    const [term = "", instead = ""] = row.split(/:\s+/);
    return [term, { instead, isTechnical }];
  });

/** What to say instead of a term of the list, and whether it has a technical meaning; undefined for others. */
export const listedTerm = (term: string): Listed | undefined => terms().get(term);

const word = /\p{L}+(?:['’]\p{L}+)*/gu;
/** The most words of a term. */
const mostWords = 4;

/** The terms of the list in an English text, the longest at each place. Names, with a capital inside a sentence, are none. */
export function findInclusiveTerms(text: string): InclusiveTerm[] {
  const words = Array.from(text.matchAll(word), ({ 0: own, index }) => ({
    own,
    start: index,
    end: index + own.length,
  }));
  const found: InclusiveTerm[] = [];
  for (const [at, { start }] of words.entries()) {
    if (start < (found.at(-1)?.end ?? 0) || isPartOfName(text, start)) continue;
    const longest = longestTerm(text, words.slice(at, at + mostWords));
    if (longest !== undefined) found.push(longest);
  }
  return found;
}

interface OwnWord {
  readonly own: string;
  readonly start: number;
  readonly end: number;
}

/** The longest term that a few words open with. */
function longestTerm(text: string, words: readonly OwnWord[]): InclusiveTerm | undefined {
  for (let count = words.length; count > 0; count--) {
    const part = words.slice(0, count);
    const [start = 0, end = 0] = [part[0]?.start, part.at(-1)?.end];
    const term = part.map(({ own }) => own.toLowerCase()).join(" ");
    if (terms().has(term) && isInOnePiece(text, part) && !goesOn(text, end))
      return { text: text.slice(start, end), start, end, term };
  }
  return undefined;
}

/** Whether a word belongs to what is in front of it, or is a name: it has a capital, and the sentence began before it. */
function isPartOfName(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  return (
    /[\p{L}\p{N}_/@#.$-]$/u.test(before) ||
    (/^\p{Lu}/u.test(text.charAt(start)) && !/(?:^|[.!?:\n]\s?["“]?)$/.test(before))
  );
}

/** Whether a compound, a path or a name goes on behind a word: `dumb-init`, `lame.sh`. */
const goesOn = (text: string, end: number) => /^(?:[-_/@=(]|\.)[\p{L}\p{N}]/u.test(text.slice(end, end + 2));

const isInOnePiece = (text: string, part: readonly { readonly start: number; readonly end: number }[]) =>
  part.every(({ end }, index) => {
    const next = part[index + 1];
    return next === undefined || /^[\s-]$/.test(text.slice(end, next.start));
  });
