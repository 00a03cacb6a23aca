import { readTokens, type Token } from '../language/tokens.ts';
import { AUXILIARY, isPersonNoun, isSpeaking, isVerb, textOf } from './question-words.ts';

/**
 * What a question asks for:
 * - `who`: the speaker
 * - `what`: the words
 * - `when`, `where`: the circumstances in which somebody said a thing
 * - `did`: whether somebody said a thing
 * - `which`: the article that has a thing
 */
export type QuestionKind = 'who' | 'what' | 'when' | 'where' | 'did' | 'which';

/** A question, read. */
export type Question = {
  readonly kind: QuestionKind;
  /** Whom it asks about, as it names them: "ukraine's foreign minister"; null where it asks about nobody in particular. */
  readonly subject: string | null;
  /** What the statement is about, in the question's words; empty where anything will do. */
  readonly topic: string;
  /** How it describes who it asks for: "republican tax consultant"; empty where it doesn't. */
  readonly descriptor: string;
  /** True where the topic is a claim that is said to be so or not ("NATO is weak"), false where it is a matter ("about NATO"). */
  readonly claims: boolean;
};

/** A question as one of its readers tells it; what isn't told is empty. */
type Reading = Omit<Question, 'descriptor' | 'claims'> & { readonly descriptor?: string };
/** The text from a token on. */
type Rest = (from: number) => string;

const OPENERS =
  /^(?:(?:hey|hi|hello|ok|okay|so|and|but|well|please|pls|um|also|lol|yo)[,!]?\s+|(?:can|could|would) (?:you|u) (?:please )?(?:tell|show|find)(?: me)?\s+|(?:do|does) (?:you|anyone|anybody|u) know\s+|(?:tell|show|give) me\s+|i (?:want|wanna|would like) to know\s+|find (?:me )?(?:out )?)+/i;
const ARTICLES =
  '(?:article|story|piece|report|outlet|source|text|site|website|blog|op[- ]?ed|editorial|write-?up|profile|paper|newspaper|magazine|wire service|news agency|tv station|news site)(?:s|ies)?';
const WHICH = new RegExp(
  `^(?:in )?(?:which|what) ${ARTICLES}\\b\\s*(?:is|are|was|were|has|have|had|that|did|does)?\\s*(?:first )?(?:mentions?|mentioned|says?|said|reports?|reported|about|covers?|covered|talks? about|discuss(?:es)?|describes?|quotes?|contains?|with|ran|runs?|wrote|writes|published|carried|had)?\\b\\s*(?:about |that |on )?(.*)$|^where (?:can|could) (?:i|we|you) (?:read|find)(?: out)?(?: more)?(?: about)?\\s+(.*)$|^(?:where'?s|where (?:is|was)) (?:the|that|this) (?:[\\w-]+ )?(?:story|article|piece|letter|op-?ed|column|report) (?:about|on|asking|saying)\\s+(.*)$`,
  'i',
);
/** A medium or a place that somebody is asked to have said a thing in: "on what show did …". */
const PLACE =
  /^(?:(?:on|in|at|to|from|during|for) )?(?:what|which|whose) (?:(?:[\w-]+ ){0,2}?)(?:show|program|programme|podcast|station|channel|network|city|town|state|country|place|event|rally|interview|conference|debate|speech|outlet|paper|newspaper|site|website|magazine|tweet)\b\s*(?:did|does|was|were|is|had|has)\b(?=\s+(?!it\b|ran\b|the one\b))/i;
const TIME =
  /^(?:(?:on|in|at) )?(?:what|which) (?:(?:[\w-]+ )?)(?:day|date|time|year|month|week|night|evening|morning)\b(?:,? (?:and|or) where)?\s*(?:did|does|was|were|is|had|has)\b/i;
const HOLDS_THAT =
  /\b(?:shares?|shared|holds?|held|has|have|takes?|took|is of|was of) (?:the |an? )?(?:view|opinion|idea|belief|position|stance) that\b/i;
/** What introduces a matter rather than a claim. */
const MATTER =
  /\b(?:talk|talks|talked|spoke|speak|speaks|say|says|said|comments?|commented|think|thinks|thought|feels?) (?:about|on|of|regarding|concerning)\b|\bmention(?:s|ed)?\b/i;
/** What asks for all of somebody's words before a name: "everything zelensky said". */
const ALL_OF =
  /^(?:everything|anything|all|whatever|the things|quotes?|statements?)(?: that)?(?: (?:by|from|of))?\s*/i;
/** What somebody gives of himself, behind his name: "what was becks comeback to …", "whats starmers excuse for …". */
const GIVEN =
  /^(?:is|was|are|were)\s+(?:the )?(.{2,60}?)(?:['’]s?|s)?\s+((?:[\w-]+ )?(?:answer|comeback|take|excuse|reason|line|gag|joke|crack|reaction|response|reply|view|opinion|explanation|advice|message|word|plan|verdict|argument|theory|beef|problem|position|stance|claim|comment|statement|warning|promise|pledge|idea|story|defen[cs]e|thought|feeling|description|prediction|guess|point|tip|pitch|complaint|gripe|odds|deal)s?)\s+(?:about|on|to|for|from|why|when|after|of|with|how|that|as)\b\s*(.*)$/i;
/** "the word from mitts people on …" */
const WORD_FROM =
  /^(?:is|was|are|were)\s+the (?:word|line|message|reaction|response|comment) (?:from|by|of) (.{2,60}?) (?:on|about|to|for)\s+(.*)$/i;
const NAME_OF = /^(?:what|who)(?:[’']?s| is| was)? (?:the name of )?(the .{2,60}?) (?:who|that) (.*)$/i;
const PRONOUNS = new Set('he she they it we i you anyone anybody someone somebody people'.split(' '));

/**
 * Reads a question as people type it in a chat, with or without a question mark: what it asks for, about whom, and on what.
 * Words that ask nothing, like "zelensky nato", are a topic that may hold a name.
 */
export function readQuestion(typed: string): Question {
  return { descriptor: '', claims: !MATTER.test(typed), ...read(plainly(typed)) };
}

/** A question without what adds nothing to it, its contractions written out. */
const plainly = (typed: string): string =>
  typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HOLDS_THAT, 'says that')
    .replace(/\b(?:is|are|was|were) against\b/i, 'will not have')
    .replace(/[?!.\s]+$/, '')
    .replace(OPENERS, '')
    .replace(/^wich\b/i, 'which')
    .replace(/^(who|what|when|where|how|why)[’']?s\b/i, '$1 is')
    .replace(/\b(did|does|do|is|was|would|could|should|has|have|had)n[’']?t\b/gi, '$1 not');

function read(text: string): Reading {
  const according = /^(.+?),? according to (.+)$/i.exec(text);
  if (according) return { ...read(according[1] ?? ''), subject: according[2] ?? null };
  const elsewhere = readPlace(text);
  if (elsewhere) return elsewhere;
  const which = WHICH.exec(text);
  if (which) return { kind: 'which', subject: null, topic: (which[1] ?? which[2] ?? which[3] ?? '').trim() };
  const named = NAME_OF.exec(text);
  if (named) return readWhoDoes(named[1] ?? '', named[2] ?? '');
  const tokens = readTokens(text, [0, text.length]);
  const first = tokens[0]?.lower ?? '';
  const rest: Rest = (from) => text.slice(tokens[from]?.start ?? text.length);
  if (/^(?:who|whom)$/.test(first)) return readWho(tokens, rest);
  if (/^(?:which|whose)$/.test(first)) return readDescribed(tokens, rest);
  if (first === 'what' && isPersonNoun(tokens[2]?.lower ?? '') && !AUXILIARY.test(tokens[1]?.lower ?? ''))
    return readDescribed(tokens, rest);
  if (first === 'what' && isPersonNoun(tokens[1]?.lower ?? '')) return readDescribed(tokens, rest);
  if (/^(?:when|where)$/.test(first))
    return { kind: first === 'when' ? 'when' : 'where', ...readSaid(tokens, 1, rest) };
  if (/^(?:what|how|why)$/.test(first)) return readWhat(tokens, rest);
  if (
    /^(?:did|does|do|has|have|is|was|are|were|would|will|can|could|should)$/.test(first) &&
    tokens.length > 2
  )
    return readDid(tokens, rest, text);
  const saying = tokens.findIndex((token, i) => i > 0 && i < 6 && isSpeaking(token));
  const said = saying > 0 && tokens[saying]?.tag === 'VERB' ? readSaying(tokens, saying, text, rest) : null;
  return said ?? { kind: 'what', subject: null, topic: text };
}

/** "on what show did brooks say …", "what night did sanders say …", "whose show was newt on when he said …". */
function readPlace(text: string): Reading | null {
  const time = TIME.exec(text)?.[0];
  const place = time ?? PLACE.exec(text)?.[0];
  if (place === undefined) return null;
  const behind = text.slice(place.length).trim();
  const tokens = readTokens(behind, [0, behind.length]);
  const rest: Rest = (from) => behind.slice(tokens[from]?.start ?? behind.length);
  return { kind: time === undefined ? 'where' : 'when', ...readSaid(tokens, 0, rest) };
}

/** "rutte said about russia", "quotes from rutte about russia": a name, a verb of saying, a topic. */
function readSaying(tokens: readonly Token[], verb: number, text: string, rest: Rest): Reading {
  return {
    kind: 'what',
    subject:
      text
        .slice(0, tokens[verb]?.start ?? 0)
        .replace(ALL_OF, '')
        .trim() || null,
    topic: topicFrom(tokens, verb + 1, rest),
  };
}

/** "who said …", "who from the march of dimes says …". */
function readWho(tokens: readonly Token[], rest: Rest): Reading {
  const described = /^(?:from|at|in|of|with|for|on)$/.test(tokens[1]?.lower ?? '');
  if (!described) return { kind: 'who', subject: null, topic: withoutSpeaking(tokens, 1, rest) };
  return readDescribed(tokens, rest);
}

/** "the guy" who "says …". */
function readWhoDoes(descriptor: string, does: string): Reading {
  const tokens = readTokens(does, [0, does.length]);
  const rest: Rest = (from) => does.slice(tokens[from]?.start ?? does.length);
  return { kind: 'who', subject: null, topic: withoutSpeaking(tokens, 0, rest), descriptor };
}

/** "which republican senator said …": the description up to the verb, and the topic behind it. */
function readDescribed(tokens: readonly Token[], rest: Rest): Reading {
  const verb = verbOfDescribed(tokens);
  if (verb < 0) return { kind: 'who', subject: null, topic: rest(1) };
  return {
    kind: 'who',
    subject: null,
    topic: withoutSpeaking(tokens, verb, rest),
    descriptor: textOf(tokens.slice(1, verb)),
  };
}

/** The verb behind a description: the first one behind a noun for a person, or the first of all. */
function verbOfDescribed(tokens: readonly Token[]): number {
  const person = tokens.findIndex(
    ({ lower }, i) => i > 0 && i < 9 && isPersonNoun(lower.replace(/['’]s$/, '')),
  );
  const verb = (from: number) =>
    tokens.findIndex((token, i) => i >= from && isVerb(token, tokens[i - 1], false));
  const first = verb(2);
  if (person < 1) return first;
  if (
    first > 0 &&
    first < person &&
    !isPersonNoun(tokens[first]?.lower ?? '') &&
    tokens[first]?.tag !== 'NOUN'
  )
    return first;
  const behind = tokens[person + 1];
  // "which econ professor figures …": what a person noun is followed by, with the ending of a verb, is one
  if (behind && /(?:s|ed)$/.test(behind.lower) && behind.tag !== 'ADP' && !isPersonNoun(behind.lower))
    return person + 1;
  return verb(person + 1);
}

/** The topic behind "who": without the verb that only says that it was said. */
function withoutSpeaking(tokens: readonly Token[], from: number, rest: Rest): string {
  let at = from;
  while (at < tokens.length && /^(?:else|has|is|was)$/.test(tokens[at]?.lower ?? '')) at++;
  return topicFrom(tokens, isSpeaking(tokens[at]) ? at + 1 : at, rest);
}

/** The topic from a token on, without "about", "that" or "on" before it. */
function topicFrom(tokens: readonly Token[], from: number, rest: Rest): string {
  let at = from;
  while (
    at < tokens.length &&
    /^(?:about|that|on|regarding|concerning|of|to|out|something|anything|how|if|whether|,|:)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at++;
  return rest(at);
}

function readWhat(tokens: readonly Token[], rest: Rest): Reading {
  const given = GIVEN.exec(rest(1));
  if (given) return { kind: 'what', subject: given[1] ?? null, topic: [given[2], given[3]].join(' ').trim() };
  const word = WORD_FROM.exec(rest(1));
  if (word) return { kind: 'what', subject: word[1] ?? null, topic: word[2] ?? '' };
  const auxiliary = tokens.findIndex((token, i) => i > 0 && AUXILIARY.test(token.lower));
  if (auxiliary < 0) return { kind: 'what', subject: null, topic: rest(1) };
  const between = tokens
    .slice(1, auxiliary)
    .map(({ text }) => text)
    .join(' ');
  const found = readSubject(tokens, auxiliary, rest);
  return { kind: 'what', subject: found.subject, topic: [between, found.topic].filter(Boolean).join(' ') };
}

/** "did …"; with "what do they say" behind it, it asks for the words. */
function readDid(tokens: readonly Token[], rest: Rest, text: string): Reading {
  const asks = /,? (?:and )?what (?:do|does|did) (?:they|he|she|it) say$/i;
  if (asks.test(text)) return { ...read(text.replace(asks, '')), kind: 'what' };
  return { kind: 'did', ...readSubject(tokens, 0, rest) };
}

/** Whom and what "when" or "where" asks about; "where was X when he said Y" is where X said Y. */
function readSaid(
  tokens: readonly Token[],
  from: number,
  rest: Rest,
): { subject: string | null; topic: string } {
  const when = tokens.findIndex(
    ({ lower }, i) => i > from && lower === 'when' && /^(?:he|she|they|it)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  if (when < 0) return readSubject(tokens, from, rest);
  const start = AUXILIARY.test(tokens[from]?.lower ?? '') ? from + 1 : from;
  const stop = tokens.findIndex(
    ({ lower }, i) =>
      i > start && i <= when && /^(?:on|in|at|talking|speaking|standing|sitting|having|when|to)$/.test(lower),
  );
  return {
    subject: textOf(tokens.slice(start, stop)) || null,
    topic: topicFrom(tokens, isSpeaking(tokens[when + 2]) ? when + 3 : when + 2, rest),
  };
}

/** Whom a question asks about, between its auxiliary at or behind `from` and its verb, and the topic behind that. */
function readSubject(
  tokens: readonly Token[],
  from: number,
  rest: Rest,
): { subject: string | null; topic: string } {
  let start = from;
  while (start < tokens.length && AUXILIARY.test(tokens[start]?.lower ?? '')) start++;
  if (isPassive(tokens, start)) return { subject: null, topic: rest(start) };
  const base = /^(?:did|does|do)$/.test(tokens[start - 1]?.lower ?? '') || start === 0;
  const speaking = tokens.findIndex(
    (token, i) => i > start && i <= start + 9 && isSpeaking(token) && isVerb(token, tokens[i - 1], base),
  );
  const other = tokens.findIndex((token, i) => i > start && isVerb(token, tokens[i - 1], base));
  const verb =
    other > 0 && (speaking < 0 || other < speaking) && isSettled(tokens, start, other, base)
      ? other
      : speaking > 0
        ? speaking
        : other;
  if (verb < 0) return { subject: null, topic: rest(start) };
  const subject = tokens.slice(start, verb).filter((token) => token.lower !== 'not');
  const named = textOf(subject);
  const negated = subject.length < verb - start ? 'not ' : '';
  const topic = negated + topicFrom(tokens, isSpeaking(tokens[verb]) ? verb + 1 : verb, rest);
  return PRONOUNS.has(named.toLowerCase()) ? { subject: null, topic } : { subject: named, topic };
}

/** Whether a verb before a verb of saying is the question's own: "did hillary quip after …, what did bibi tell …". */
function isSettled(tokens: readonly Token[], start: number, verb: number, base: boolean): boolean {
  const token = tokens[verb];
  if (!token || !base || token.lower !== token.lemma) return false;
  return verb - start <= 3 && !isPersonNoun(token.lower);
}

/** "was described as phased": a participle right behind the auxiliary has no subject before it. */
const isPassive = (tokens: readonly Token[], at: number): boolean =>
  /^(?:was|were|is|are|been)$/.test(tokens[at - 1]?.lower ?? '') &&
  /(?:ed|en|said|told)$/.test(tokens[at]?.lower ?? '');
