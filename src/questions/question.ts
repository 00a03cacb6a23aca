import { readTokens, type Token } from '../language/tokens.ts';
import { framesOf } from './cue-verbs.ts';

/**
 * What a question asks for:
 * - `who`: whoever said a thing
 * - `what`: what somebody said
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

const OPENERS =
  /^(?:(?:hey|hi|hello|ok|okay|so|and|but|well|please|pls|um|also)[,!]?\s+|(?:can|could|would) (?:you|u) (?:please )?(?:tell|show|find)(?: me)?\s+|(?:do|does) (?:you|anyone|anybody|u) know\s+|(?:tell|show|give) me\s+|i (?:want|wanna|would like) to know\s+|find (?:me )?(?:out )?)+/i;
const ARTICLES = '(?:article|articles|story|stories|piece|report|outlet|source|text)s?';
const WHICH = new RegExp(
  `^(?:in )?(?:which|what) ${ARTICLES}\\b\\s*(?:is|are|was|has|have|had|that|did|does)?\\s*(?:mentions?|mentioned|says?|said|reports?|reported|about|covers?|talks? about|discuss(?:es)?|describes?|quotes?|contains?|with)?\\s*(?:about |that )?(.*)$|^where (?:can|could) i (?:read|find)(?: out)?(?: more)?(?: about)?\\s+(.*)$|^(?:where'?s|where is) the (?:story|article|piece) (?:about|on)\\s+(.*)$`,
  'i',
);
const AUXILIARY = /^(?:did|does|do|has|have|had|is|was|are|were|will|would|can|could|should|'s|’s)$/i;
/** Verbs that only say that something was said, so that they tell nothing about the topic. */
const SPEAKING = new Set(
  `say tell think state mention talk speak comment add note claim argue believe report remark explain declare announce call
  describe respond reply answer write tweet post quote`.split(/\s+/),
);
/** A roundabout way to say "says that". */
const HOLDS_THAT =
  /\b(?:shares?|shared|holds?|held|has|have|takes?|took|is of|was of) (?:the |an? )?(?:view|opinion|idea|belief|position|stance) that\b/i;
/** What introduces a matter rather than a claim. */
const MATTER =
  /\b(?:talk|talks|talked|spoke|speak|speaks|say|says|said|comments?|commented|think|thinks|thought|feels?) (?:about|on|of|regarding|concerning)\b|\bmention(?:s|ed)?\b/i;
/** What asks for all of somebody's words before a name: "everything zelensky said". */
const ALL_OF =
  /^(?:everything|anything|all|whatever|the things|quotes?|statements?)(?: that)?(?: (?:by|from|of))?\s*/i;
const CHANNEL =
  /^(?:channel|network|magazine|show|program|programme|station|podcast|event|place|city|town|state|paper|newspaper|site)$/;
const PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'you',
  'anyone',
  'anybody',
  'someone',
  'somebody',
  'people',
]);

/**
 * Reads a question as people type it in a chat, with or without a question mark: what it asks for, about whom, and on what.
 * Words that ask nothing, like "zelensky nato", are a topic that may hold a name.
 */
export function readQuestion(typed: string): Question {
  return { descriptor: '', claims: !MATTER.test(typed), ...read(typed) };
}

function read(typed: string): Reading {
  const text = typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HOLDS_THAT, 'says that')
    .replace(/\b(?:is|are|was|were) against\b/i, 'will not have')
    .replace(/[?!.\s]+$/, '')
    .replace(OPENERS, '')
    .replace(/^(who|what|when|where|how|why)[’']?s\b/i, '$1 is')
    .replace(/\b(did|does|do|is|was|would|could|should|has|have|had)n[’']?t\b/gi, '$1 not');
  const according = /^(.+?),? according to (.+)$/i.exec(text);
  if (according) return { ...read(according[1] ?? ''), subject: according[2] ?? null };
  const which = WHICH.exec(text);
  if (which) return { kind: 'which', subject: null, topic: (which[1] ?? which[2] ?? which[3] ?? '').trim() };
  const tokens = readTokens(text, [0, text.length]);
  const first = tokens[0]?.lower ?? '';
  const rest = (from: number) => text.slice(tokens[from]?.start ?? text.length);
  if (/^(?:who|whom|whose)$/.test(first)) return readWho(tokens, rest);
  if (
    /^(?:which|what)$/.test(first) &&
    CHANNEL.test(tokens[1]?.lower ?? '') &&
    /^(?:did|does|has)$/.test(tokens[2]?.lower ?? '')
  )
    return { kind: 'where', ...readSubject(tokens, 2, rest) };
  if (first === 'which') return readDescribed(tokens, rest);
  if (/^(?:when|where)$/.test(first))
    return { kind: first === 'when' ? 'when' : 'where', ...readSubject(tokens, 1, rest) };
  if (/^(?:on|at|in)$/.test(first) && /^(?:what|which)$/.test(tokens[1]?.lower ?? ''))
    return {
      kind: /day|date|time|year|month/.test(tokens[2]?.lower ?? '') ? 'when' : 'where',
      ...readSubject(tokens, 3, rest),
    };
  if (/^(?:what|how|why)$/.test(first)) return readWhat(tokens, rest);
  if (/^(?:did|does|do|has|have|is|was)$/.test(first))
    return { kind: 'did', ...readSubject(tokens, 0, rest) };
  const saying = tokens.findIndex((token, i) => i > 0 && i < 6 && isSpeaking(token));
  const said = saying > 0 && tokens[saying]?.tag === 'VERB' ? readSaying(tokens, saying, text, rest) : null;
  return said ?? { kind: 'what', subject: null, topic: text };
}

/** "rutte said about russia", "quotes from rutte about russia": a name, a verb of saying, a topic. */
function readSaying(
  tokens: readonly Token[],
  verb: number,
  text: string,
  rest: (from: number) => string,
): Reading {
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

const isSpeaking = (token: Token | undefined): boolean => SPEAKING.has(token?.lemma ?? '');

function readWho(tokens: readonly Token[], rest: (from: number) => string): Reading {
  if (tokens[0]?.lower === 'whose') return { kind: 'who', subject: null, topic: rest(1) };
  return { kind: 'who', subject: null, topic: withoutSpeaking(tokens, 1, rest) };
}

/** "which republican senator said …": the description up to the verb, and the topic behind it. */
function readDescribed(tokens: readonly Token[], rest: (from: number) => string): Reading {
  const verb = tokens.findIndex((token, i) => i > 1 && isVerb(token, tokens[i - 1]));
  if (verb < 0) return { kind: 'who', subject: null, topic: rest(1) };
  return {
    kind: 'who',
    subject: null,
    topic: withoutSpeaking(tokens, verb, rest),
    descriptor: textOf(tokens.slice(1, verb)),
  };
}

/** The topic behind "who": without the verb that only says that it was said. */
function withoutSpeaking(tokens: readonly Token[], from: number, rest: (from: number) => string): string {
  let at = from;
  while (
    at < tokens.length &&
    (tokens[at]?.lower === 'else' || tokens[at]?.lower === 'has' || tokens[at]?.lower === 'is')
  )
    at++;
  return topicFrom(tokens, isSpeaking(tokens[at]) ? at + 1 : at, rest);
}

/** The topic from a token on, without "about", "that" or "on" before it. */
function topicFrom(tokens: readonly Token[], from: number, rest: (from: number) => string): string {
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

function readWhat(tokens: readonly Token[], rest: (from: number) => string): Reading {
  const auxiliary = tokens.findIndex((token, i) => i > 0 && AUXILIARY.test(token.lower));
  const day = /^(?:day|date|time|year|month)$/.test(tokens[1]?.lower ?? '');
  if (day) return { kind: 'when', ...readSubject(tokens, 2, rest) };
  if (auxiliary < 0) return { kind: 'what', subject: null, topic: rest(1) };
  const between = tokens
    .slice(1, auxiliary)
    .map(({ text }) => text)
    .join(' ');
  const read = readSubject(tokens, auxiliary, rest);
  return { kind: 'what', subject: read.subject, topic: [between, read.topic].filter(Boolean).join(' ') };
}

/** Whom a question asks about, between its auxiliary at or behind `from` and its verb, and the topic behind that. */
function readSubject(
  tokens: readonly Token[],
  from: number,
  rest: (from: number) => string,
): { subject: string | null; topic: string } {
  let start = from;
  while (start < tokens.length && AUXILIARY.test(tokens[start]?.lower ?? '')) start++;
  if (isPassive(tokens, start)) return { subject: null, topic: rest(start) };
  const speaking = tokens.findIndex((token, i) => i > start && i <= start + 6 && isSpeaking(token));
  const verb =
    speaking > 0 ? speaking : tokens.findIndex((token, i) => i > start && isVerb(token, tokens[i - 1]));
  if (verb < 0) return { subject: null, topic: rest(start) };
  const subject = tokens.slice(start, verb).filter((token) => token.lower !== 'not');
  const named = textOf(subject);
  const negated = subject.length < verb - start ? 'not ' : '';
  const topic = negated + topicFrom(tokens, isSpeaking(tokens[verb]) ? verb + 1 : verb, rest);
  return PRONOUNS.has(named.toLowerCase()) ? { subject: null, topic } : { subject: named, topic };
}

/** "was described as phased": a participle right behind the auxiliary has no subject before it. */
const isPassive = (tokens: readonly Token[], at: number): boolean =>
  /^(?:was|were|is|are|been)$/.test(tokens[at - 1]?.lower ?? '') &&
  /(?:ed|en|said|told)$/.test(tokens[at]?.lower ?? '');

/** Whether a token is the verb of a question: one of saying or thinking, or what the tagger calls a verb. */
function isVerb(token: Token, before: Token | undefined): boolean {
  if (before?.tag === 'DET') return false;
  return framesOf(token.lemma).size > 0 || isSpeaking(token) || token.tag === 'VERB';
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token, i) => (i > 0 && token.start > (tokens[i - 1]?.end ?? 0) ? ' ' : '') + token.text)
    .join('');
}
