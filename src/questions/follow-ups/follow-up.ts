import { isTimePhrase } from '../time/time-phrase.ts';
import { forCircumstance, type IsKnownName, partsOf, withPerson, withTime, withTopic } from './rephrase.ts';

/** What a follow-up goes on from. */
export type Previous = {
  /** The question that was answered, in words; empty where the answer was to none. */
  readonly question: string;
  /** Who is named as the speaker of the statement that was shown first; null where nobody is, or none was shown. */
  readonly speaker: string | null;
  /** Whether a statement was shown, of which "when?" can ask. */
  readonly showsStatement: boolean;
};

/**
 * What a follow-up asks for:
 * - `question`: a question in words, the previous one with something changed or one of its own; `samePerson` says that it still
 *   asks about whom the previous one did
 * - `more`: what comes next of the same answer
 * - `when`, `where`, `who`, `source`, `context`: something about the statement that was shown first
 * - `nothing`: no answer ("thanks")
 */
export type FollowUp =
  | { readonly kind: 'question'; readonly question: string; readonly samePerson: boolean }
  | { readonly kind: 'more' | 'when' | 'where' | 'who' | 'source' | 'context' | 'nothing' };

const OPENER = /^(?:and|or|but|so|ok|okay|oh|hm+|well|also|then|yes|no|hey|please)\b[,!. ]*/i;
const PRONOUN = '(?:he|she|they)';
const THAT = '(?:that|this|it|so|these|those)';
const SAID = '(?:say|said|says|saying|claim|mean)';

const NOTHING =
  /^(?:thanks?|thank you|thx|ty|cheers|cool|great|nice|good|good bot|perfect|lol|haha+|wow|got it|i see|never ?mind|yes|no|ok(?:ay)?|hm+)(?: (?:a lot|so much|very much|bot|you|man|again|one))?$/i;
const MORE = new RegExp(
  `^(?:(?:what|anything|something|everything)? ?(?:else|more)(?: please)?(?: (?:did|does|has) ${PRONOUN} ${SAID})?(?: (?:about|on) ${THAT})?|(?:what|anything|something) else|(?:the )?(?:next|rest|others)(?: (?:page|one|ones))?|(?:show|give|tell)(?: me)? (?:more|the rest)|go on|continue|keep going|next page)$`,
  'i',
);
const ELSE_WHO = new RegExp(
  `^(?:who|anyone|anybody|somebody|someone) else(?: ${SAID} ${THAT})?(?: too)?$`,
  'i',
);
const ELSE_BY = new RegExp(`^what else (?:did|does|has) (.{1,40}?) ${SAID}(?: (?:about|on) ${THAT})?$`, 'i');

/** Questions about the statement itself, by what they ask for; `whom` is somebody whom one names. */
const ABOUT_STATEMENT: readonly (readonly ['when' | 'where' | 'who' | 'source' | 'context', RegExp])[] = [
  [
    'source',
    new RegExp(
      `^(?:the )?(?:source|sources|link|links|article|url)$|^(?:which|what) (?:article|paper|newspaper|outlet|source|site)(?: (?:is|was|are) ${THAT}(?: (?:from|in))?| (?:says?|said|has|had) ${THAT})?$|^what(?:[’']?s| is| are) (?:the|your) sources?$|^where(?:[’']?s| is| was| were)? ${THAT} (?:from|printed|published|written)$|^where (?:did|do|have) you (?:get|got|read|find|have) ${THAT}(?: from)?$|^(?:printed|published) where$`,
      'i',
    ),
  ],
  [
    'when',
    new RegExp(
      `^(?:when|(?:on |at )?(?:what|which) (?:day|date|time))(?: exactly)?(?: (?:was|is|were) ${THAT}(?: said)?| (?:did|has|does) (?<whom>.{1,40}?) ${SAID} ${THAT})?$`,
      'i',
    ),
  ],
  [
    'where',
    new RegExp(
      `^where(?: exactly)?(?: (?:was|is|were) ${THAT}(?: said)?| (?:did|has|does) (?<whom>.{1,40}?) ${SAID} ${THAT})?$`,
      'i',
    ),
  ],
  [
    'who',
    new RegExp(
      `^(?:by )?whom?(?: exactly)?(?: ${SAID} ${THAT}(?: exactly)?|(?:[’']?s| is| was) (?:${THAT}|${PRONOUN}|speaking))?$|^says who$|^who(?:[’']?s| is) (?:it|that) by$`,
      'i',
    ),
  ],
  [
    'context',
    new RegExp(
      `^(?:the )?(?:context|paragraph)$|^(?:show|give)(?: me)? (?:the )?(?:context|paragraph)$|^(?:really|seriously|why|how so|are you sure)$|^(?:did|does|has) ${PRONOUN}(?: really| actually)?(?: ${SAID} ${THAT})?$`,
      'i',
    ),
  ],
];

const ABOUT = /^(?:about|on|regarding|concerning)\s+(.+)$/i;
const WHAT_ABOUT = /^(?:what|how) (?:about|of|on)\s+(.+)$/i;
/** Words that begin a question of its own. */
const ASKS =
  /^(?:who|whom|whose|what|when|where|which|why|how|did|does|do|has|have|is|was|are|were|can|could|will|would|tell|show|find|give|list|quotes?|everything|according)\b/i;
const PERSON_ASKED = new RegExp(`\\b(did|does|do|has|had|is|was|will|would) (?:${PRONOUN})\\b`, 'i');
const POINTS_BACK = /\b(about|on|say|said|says) (?:that|this|it|these|those|so)(?: too| as well| also)?$/i;

/** The most words of a follow-up that is nothing but a name or a matter: "and the war in Ukraine?" */
const MOST_WORDS = { opened: 6, bare: 3 } as const;

/**
 * Reads what somebody says to an answer: "and Zelensky?", "about tariffs?", "when?", "what else?", "in august?", or a question
 * of its own, in which "he" is the speaker shown and "about that" the matter asked about.
 *
 * @param isKnownName - whether typed words name somebody who is quoted
 */
export function readFollowUp(typed: string, previous: Previous, isKnownName: IsKnownName): FollowUp {
  const { text, opened } = withoutOpeners(typed);
  if (NOTHING.test(text)) return { kind: 'nothing' };
  if (previous.question === '' && !previous.showsStatement) return asItIs(typed.trim());
  if (text === '' || MORE.test(text)) return { kind: 'more' };
  const asked: Asked = { ...previous, isKnownName };
  return (
    aboutStatement(text, asked) ??
    (previous.question === '' ? null : changed(text, opened, asked)) ??
    asItIs(filledIn(text, asked))
  );
}

type Asked = Previous & { readonly isKnownName: IsKnownName };

const asItIs = (question: string): FollowUp => ({ kind: 'question', question, samePerson: false });
const samePerson = (question: string): FollowUp => ({ kind: 'question', question, samePerson: true });

/** What is said without "and", "but", "ok" before it and a question mark behind it. */
function withoutOpeners(typed: string): { readonly text: string; readonly opened: boolean } {
  const whole = typed
    .replace(/\s+/g, ' ')
    .replace(/[?!.…\s]+$/, '')
    .trim();
  if (NOTHING.test(whole)) return { text: whole, opened: false };
  let text = whole;
  while (OPENER.test(text)) text = text.replace(OPENER, '');
  return { text, opened: text !== whole };
}

/** A question about the statement that was shown; in words where none was shown, or where it names somebody else. */
function aboutStatement(text: string, asked: Asked): FollowUp | null {
  for (const [kind, pattern] of ABOUT_STATEMENT) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { whom = null } = found.groups ?? {};
    const other = whom !== null && !isPerson(whom) && !names(whom, asked.speaker) ? whom : null;
    if (asked.showsStatement && other === null) return { kind };
    if (kind !== 'when' && kind !== 'where') return asked.showsStatement ? { kind } : null;
    if (asked.question === '') return null;
    const question = forCircumstance(asked.question, kind, other, asked.isKnownName);
    return other === null ? samePerson(question) : asItIs(question);
  }
  return null;
}

const isPerson = (word: string): boolean => /^(?:he|she|they|we|i|you|it)$/i.test(word);

/** Whether typed words are a part of a name. */
function names(typed: string, name: string | null): boolean {
  const words = (name ?? '').toLowerCase().split(' ');
  return typed
    .toLowerCase()
    .split(' ')
    .every((word) => words.includes(word));
}

/** The previous question with its person, its matter or its time changed; null where the words change none of them. */
function changed(text: string, opened: boolean, { question, speaker, isKnownName }: Asked): FollowUp | null {
  if (isTimePhrase(text)) return samePerson(withTime(question, text));
  const matter = ABOUT.exec(text)?.[1];
  if (matter !== undefined) return samePerson(withTopic(question, matter, isKnownName));
  if (ELSE_WHO.test(text)) return whoElse(question, isKnownName);
  const whom = ELSE_BY.exec(text)?.[1] ?? null;
  if (whom !== null && names(whom, speaker)) return { kind: 'more' };
  const offered = WHAT_ABOUT.exec(text)?.[1];
  if (offered === undefined && ASKS.test(text)) return null;
  const words = (offered ?? text).replace(/ (?:too|as well)$/i, '');
  if (isTimePhrase(words)) return samePerson(withTime(question, words));
  if (isKnownName(words)) return asItIs(withPerson(question, words, isKnownName));
  const both = /^(.+?) (?:about|on) (.+)$/i.exec(words);
  if (both?.[1] !== undefined && both[2] !== undefined && isKnownName(both[1]))
    return asItIs(withTopic(withPerson(question, both[1], isKnownName), both[2], isKnownName));
  const most = offered !== undefined || opened ? MOST_WORDS.opened : MOST_WORDS.bare;
  if (words.split(' ').length > most) return null;
  // "zelensky nato" is a question of its own
  if (offered === undefined && !opened && partsOf(words, isKnownName).person !== null) return null;
  return samePerson(withTopic(question, words, isKnownName));
}

function whoElse(question: string, isKnownName: IsKnownName): FollowUp {
  const { kind, topic, time } = partsOf(question, isKnownName);
  if (kind === 'who' || topic === '') return { kind: 'more' };
  return asItIs(['who said', topic, time].filter((part) => part !== '').join(' '));
}

/** A question of its own with the person and the matter that it points back to: "what did he say about that". */
function filledIn(text: string, { question, speaker, isKnownName }: Asked): string {
  const before = question === '' ? { person: null, topic: '' } : partsOf(question, isKnownName);
  const person = before.person ?? speaker;
  const named = person === null ? text : text.replace(PERSON_ASKED, `$1 ${person.replaceAll('$', '$$$$')}`);
  if (before.topic === '') return named;
  return named.replace(POINTS_BACK, (_, word: string) => `${word} ${before.topic}`);
}
