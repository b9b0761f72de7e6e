import { remembering } from "./remember.ts";
import { countWords, isCjk } from "./words.ts";

/**
 * What a first sentence does instead of saying what is: it asks; it speaks of the post; it clears its throat; it points
 * at something that no one has named; it announces.
 */
export type Evasion = "question" | "meta" | "throat-clearing" | "dangling" | "announcement";

// All patterns stand at the start of a sentence, behind quotes and emphasis, and are short: `\s` is one space or break.
const opening = "^[\\s\"'“‘«*_(]{0,4}";
// Each is asked of text in lower case: to match letters of all scripts in any case takes ten times as long to compile.
const starts = (...patterns: readonly string[]) => new RegExp(`${opening}(?:${latin(patterns.join("|"))})`, "u");

/**
 * A pattern with the letters of Latin scripts for those of all scripts: what is looked for is written in them, and an
 * engine takes a hundred times longer to compile the class of all letters, for each place where it stands.
 */
const latin = (pattern: string) =>
  pattern
    .replaceAll("[^s\\P{L}]", "[a-rt-zß-ɏ]")
    .replaceAll("[\\p{L}\\p{N}]", "[a-zß-ɏ0-9]")
    .replaceAll("[\\p{L}", "[a-zß-ɏ")
    .replaceAll("\\p{L}", "[a-zß-ɏ]");
const before = (words: string) => `(?:${words})(?![\\p{L}\\p{N}])`;

const work =
  "(?:(?:blog|short|quick|detailed|comprehensive|complete|practical|in-depth|step-by-step)\\s){0,2}(?:post|article|guide|tutorial|page|piece|series|chapter|part|essay|walkthrough|write-?up|deep\\sdive|primer|report|lesson|episode|roundup|blog)";
const tells =
  "(?:(?:will|aims\\sto|is\\sgoing\\sto|tries\\sto|attempts\\sto)\\s)?(?:\\p{L}+ly\\s)?(?:covers?|explains?|explores?|describes?|shows?|walks?|discuss(?:es)?|delves?|dives?|looks?|examines?|presents?|introduces?|provides?|offers?|gives?|takes?|teach(?:es)?|details?|outlines?|summari[sz]es?|compares?|reviews?|breaks?|highlights?|focus(?:es)?|demonstrates?|talks?|helps?|answers?|goes|is\\s(?:about|for|meant|intended|part|based|a|an|the)|assumes?|aims|contains?|collects?|guides?|tells?|analy[sz]es?|discover|learn|see)";

const meta = starts(
  `this\\sis\\s(?:an?|the|my|our)\\s(?:[\\p{L}-]+\\s){0,4}?(?:post|article|guide|tutorial|series|chapter|essay)(?!\\p{L})`,
  `(?:this|the\\sfollowing)\\s${work}\\s${before(tells)}`,
  `(?:in|throughout|with|through|over\\sthe\\scourse\\sof)\\s(?:this|today['’]s|the\\sfollowing)\\s${work}(?![\\p{L}\\p{N}])`,
  "(?:today|here|below|in\\sthe\\sfollowing),?\\s(?:we|i|you|let['’]s)(?:['’]ll|['’]re\\sgoing\\sto|\\s(?:will|are\\sgoing\\sto|am\\sgoing\\sto|want\\sto|explore|look|discuss|cover))(?!\\p{L})",
  "(?:we|i|you)(?:['’]ll|\\swill|['’]re\\sgoing\\sto|\\sare\\sgoing\\sto)\\s(?:explore|discuss|cover|look\\sat|learn|dive|walk\\sthrough|go\\sover|see\\show|discover|take\\sa\\slook)(?!\\p{L})",
  "let['’]s\\s(?:explore|discuss|look\\sat|dive|take\\sa\\slook|talk\\sabout|walk\\sthrough|start|begin|get\\sstarted)(?!\\p{L})",
  "welcome\\sto\\s(?:this|the|my|our|another|part)(?!\\p{L})",
  // German, French, Spanish, Portuguese, Italian, Dutch
  "(?:in\\sdiese[mr]|diese[rs]?)\\s(?:beitrag|artikel|post|tutorial|anleitung|leitfaden|blogbeitrag)(?!\\p{L})",
  "(?:dans\\s)?(?:cet\\sarticle|ce\\s(?:billet|guide|tutoriel|post))(?!\\p{L})",
  "(?:en\\s)?(?:este\\s(?:artículo|post|tutorial)|esta\\s(?:entrada|guía))(?!\\p{L})",
  "(?:neste|este)\\s(?:artigo|post|tutorial|guia)(?!\\p{L})",
  "(?:in\\s)?quest[oa]\\s(?:articolo|guida|post|tutorial)(?!\\p{L})",
  "(?:in\\s)?(?:dit\\s(?:artikel|bericht)|deze\\s(?:blog|post|gids|blogpost))(?!\\p{L})",
  "(?:この|本)(?:記事|ブログ|稿|チュートリアル)(?:では|は)",
  "(?:本文|这篇文章|在这篇|在本文|本教程)",
  "이\\s?(?:글|포스트|기사)(?:에서는|은)",
);

// A word that may stand before "guide": "Rye is a guide to the north" is a statement.
const describing = "(?:(?!(?:is|are|was|were|be|has|as|and|the)\\s)[\\p{L}\\p{N}-]+\\s)";
// Behind a label, these promise an answer once more.
const announcement = starts(
  "(?:learn|discover|explore|find\\sout|read\\son|dive\\sinto|understand)(?!\\p{L})",
  `(?:an?|the|our|my|your)?\\s?${describing}{0,3}(?:guide|tutorial|introduction|walkthrough|primer|roadmap|blueprint)\\s(?:to|for|on)(?!\\p{L})`,
  `(?:an?\\s${describing}{0,3}look|(?:an?\\s)?${describing}{0,2}deep[-\\s]dive)\\s(?:into|at|on)(?!\\p{L})`,
  `(?:an?|the)?\\s?${describing}{0,2}(?:overview|comparison|breakdown|analysis|summary|roundup|review|tour)\\s(?:of|between)(?!\\p{L})`,
  "(?:everything|all|what)\\syou\\sneed\\sto\\sknow(?!\\p{L})",
);

// "A comparison of two flours shows that …": the announced thing says something after all.
const reporting = /\s(?:shows?|showed|finds?|found|reveals?|revealed|proves?|suggests?|confirms?|says)\s/iu;

const throatClearing = starts(
  "in\\s(?:today['’]s|the\\smodern|our\\smodern|this\\smodern|an\\sincreasingly|an\\sever)(?!\\p{L})",
  "in\\s(?:the|a|an)\\s(?:(?:[\\p{L}-]+)\\s){0,3}(?:world|realm|landscape|era|age)\\s(?:of|where|in\\swhich|when)(?!\\p{L})",
  "in\\srecent\\s(?:years|times|months)(?!\\p{L})",
  "in\\sthe\\s(?:past|last)\\s(?:few|several|couple\\sof)\\s(?:years|decades)(?!\\p{L})",
  "(?:have\\syou\\sever|ever)\\s(?:wondered|asked|thought|wanted|wished|tried|felt)(?!\\p{L})",
  "(?:as\\s)?(?:we\\sall|everyone|everybody|you\\sprobably|as\\syou)\\s(?:know|knows|may\\sknow|have\\sheard)(?!\\p{L})",
  "it['’]s\\s(?:no\\ssecret|safe\\sto\\ssay|a\\swell-known\\sfact|an\\sopen\\ssecret)(?!\\p{L})",
  "it\\sis\\s(?:no\\ssecret|safe\\sto\\ssay|a\\swell-known\\sfact|well\\sknown\\sthat)(?!\\p{L})",
  "(?:there['’]s|there\\sis)\\sno\\s(?:doubt|denying|shortage)(?!\\p{L})",
  "(?:since|from)\\sthe\\s(?:dawn\\sof|beginning\\sof\\s(?:time|history|man|mankind|humanity|civili[sz]ation))(?!\\p{L})",
  "(?:nowadays|these\\sdays|gone\\sare\\sthe\\sdays)(?!\\p{L})",
  "with\\sthe\\s(?:rise|advent|growth|emergence|explosion)\\sof(?!\\p{L})",
  "(?:picture\\sthis|imagine\\s(?:this|a\\sworld)|let['’]s\\sface\\sit|buckle\\sup)(?!\\p{L})",
  "(?:tired|sick)\\sof\\s",
  "(?:in\\sder\\sheutigen|in\\szeiten\\svon|heutzutage)(?!\\p{L})",
  "(?:de\\snos\\sjours|à\\sl['’]ère\\sd|dans\\sle\\smonde\\sd['’]aujourd)",
  "(?:hoy\\sen\\sdía|en\\sel\\smundo\\sactual|en\\sla\\sera\\sd)(?!\\p{L})",
  "(?:nos\\sdias\\sde\\shoje|hoje\\sem\\sdia|na\\sera\\sd)",
  "(?:al\\sgiorno\\sd['’]oggi|nel\\smondo\\sdi\\soggi|nell['’]era\\sd)",
  "(?:tegenwoordig|in\\sde\\shuidige\\swereld)(?!\\p{L})",
);

// A pronoun that is the whole subject: a verb follows. "This linter checks" and "It takes two hours" are complete.
const verb =
  "(?:is|are|was|were|isn['’]t|aren['’]t|has|have|had|can|could|will|would|should|must|may|might|does|do|did|means?|makes?|works?|allows?|lets?|helps?|gives?|gets?|runs?|uses?|needs?|shows?|happens?|comes?|becomes?|remains?|provides?|offers?|supports?|ensures?|requires?|enables?|includes?|creates?|solves?|replaces?|accepts?|returns?|combines?|eliminates?|reduces?|builds?|adds?)";
// "It is easy to …", "It takes two hours", "It's that time again": here "it" stands for nothing.
const expletive =
  "it(?:['’]s|\\s(?:is|was|has|can|could|may|might|would|will))?\\s(?:(?:\\p{L}+ly|\\p{L}+day|not|very|too|so|quite|often|always|never|been|be|almost|long)\\s){0,3}(?:\\p{L}+day|gives?\\s(?:me|us)|another|possible|impossible|easy|hard|difficult|clear|true|time|common|important|worth|tempting|likely|safe|best|better|necessary|easier|harder|take|takes|took|seems?|pays?|depends|been|only|rare|wise|useful|okay|ok|fine|natural|obvious|surprising|that|our|my|the|an?|in|on|at|with|\\p{N}+)(?!\\p{L})";
// "This is a summary of …", "This is Ada, reporting from the bakery": they present what follows. "This is why" points back.
const presents =
  "(?:this|that|these|those)(?:['’]s|\\s(?:is|are|was|were))\\s(?!(?:why|how|what|where|when|because|not|no|also|done|made|possible|due)(?!\\p{L}))";
// "It is nice to …", "It's amazing how …", "It can be convenient to …", "It sounds easy to …"
const impersonal =
  "it(?:['’]s|\\s(?:is|was|has\\sbeen|sounds|feels|looks|(?:can|could|may|might|would|will)\\s(?:\\p{L}+\\s)?be))\\s(?:[\\p{L}-]+\\s){1,3}?(?:to|that|how|you['’]ll)(?!\\p{L})";
const dangling = starts(
  `(?!${presents})(?:this|that|these|those|they|he|she)(?:\\s(?:\\p{L}+ly|also|all|both|often|now|just|only)){0,2}(?:\\s${before(verb)}|['’](?:s|re|ll|ve|d)\\s)`,
  `(?!${expletive}|${impersonal})it(?:\\s(?:\\p{L}+ly|also|often|now|just|only)){0,2}(?:\\s${before(`${verb}|\\p{L}{3,}[^s\\P{L}]s`)}|['’](?:s|ll|d)\\s)`,
);

// Only what starts like a question is one: "One question remains: how much water?" says something.
const asking = starts(
  "(?:what|why|how|who|whom|whose|which|is|are|was|were|do|does|did|can|could|should|would|will|have|has|had|am|ever|need|want|looking|struggling|wondering|curious|confused|tired|sick|ready|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|shouldn['’]t|won['’]t)(?!\\p{L})",
  "¿",
);
const mostQuestionWords = 12;

/** Whether a sentence is a question, from its first word to its last. "File.match?" at its end is a name. */
export function isQuestion(sentence: string): boolean {
  if (!/[?？][\s"'”’»)\]」』*_]{0,4}$/u.test(sentence.slice(-8))) return false;
  if (endsInAside(sentence)) return false;
  if (isCjk(sentence)) return asksInCjk(sentence);
  return (
    asking.test(sentence.slice(0, 40).toLowerCase()) ||
    (countWords(sentence) <= mostQuestionWords && !/[:：]/.test(sentence) && !/[\w][.#_][\w]{1,40}\?$/.test(sentence))
  );
}

/** Words that ask, at the start of a sentence in Chinese or Japanese. */
const askingCjk =
  /^(?:为什么|为何|如何|怎么|怎样|什么是|何谓|是否|难道|你是否|你有没有|有没有|なぜ|どうして|どうやって|どのように|何が|何を|いつ|どこ)/u;
/** How a question ends in Japanese; a lone question mark behind another word says that the writer is not sure of it. */
const endingJapanese = /(?:か|の|かな|かね|だろう|でしょう|ない|どう|何|なに|くらい|ぐらい|は)[?？]/u;
const mostQuestionCharacters = 80;

/** Whether a sentence in a script without spaces asks from its start on, and not only behind clauses that say something. */
function asksInCjk(sentence: string): boolean {
  const start = sentence.replace(/^[\s"'“‘«*_(（「『]{0,4}/u, "").slice(0, 10);
  if (askingCjk.test(start)) return true;
  const isShort = sentence.length <= mostQuestionCharacters && sentence.split(/[，、；,;：:]/u, 3).length < 3;
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence);
  return isShort && (!isJapanese || endingJapanese.test(sentence.slice(-12)));
}

/** Whether the last words stand in parentheses: then only they ask, or are a name such as "match?". */
function endsInAside(sentence: string): boolean {
  const close = /[)）][\s"'”’»\]」』*_]{0,4}$/u.exec(sentence.slice(-8));
  return close !== null && Math.max(sentence.lastIndexOf("("), sentence.lastIndexOf("（")) > 0;
}

/** Longest start of a sentence that is looked at. */
const mostLookedAt = 160;

/** What a sentence does instead of saying what is, if anything. Silent in languages that it does not know. */
export const evasionOf = (sentence: string): Evasion | undefined => lookAt(sentence) ?? undefined;

const lookAt = remembering(64, (sentence): Evasion | null => {
  const start = sentence.slice(0, mostLookedAt).toLowerCase();
  if (isQuestion(sentence)) return "question";
  if (meta.test(start)) return "meta";
  if (throatClearing.test(start)) return "throat-clearing";
  if (dangling.test(start)) return "dangling";
  return announcement.test(start) && !reporting.test(start) ? "announcement" : null;
});

// "Defining the terms, and what to do", "Why it matters": no statement, though no question either.
const fragment = starts("\\p{L}+ing\\s", "(?:what|why|how|when|where)(?!\\p{L})");

/** Whether a sentence says something, and so can answer the question before it. */
export const isStatement = (sentence: string): boolean =>
  evasionOf(sentence) === undefined && !fragment.test(sentence.slice(0, mostLookedAt).toLowerCase());
