import { asks, isBesideWord, isMatterWord, isSayingVerb, isWordsNoun, plainWord } from './time-words.ts';

/** Which statements come first. */
export type Order = 'newest' | 'oldest';

/** A question without the words that ask for an order, and the order. */
export type Ordered = { readonly question: string; readonly order: Order };

/** Words that can only ask for an order, and those that do so beside a word for what is said: "last chance", "first lady". */
const SURE = 'latest|newest|most recent|earliest|oldest';
const UNSURE = 'last|first|recent';
const OLD = /^(?:first|earliest|oldest|originally|initially)$/i;
const NOUN =
  '(?:quotes?|quotations?|statements?|comments?|remarks?|words?|things?|tweets?|posts?|speech(?:es)?|messages?|answers?|news|updates?|reactions?|responses?|position|stance|views?|opinions?)';
const COUNT = '(?: (?:\\d{1,2}|one|two|three|four|five|ten|few|couple of))?';
const LEAD_IN =
  "(?:(?:what(?:['’]?s| is| are| was| were)|show(?: me)?|give(?: me)?|tell me|find(?: me)?|get)\\s+)?(?:(?:the|any|some|all) )?(?:very )?";
/** Whom an unsure word belongs to: "first lady quotes". */
const TITLE = /^(?:lady|ladies|minister|family|amendment|deputy|secretary|vice|nation|world)\b/i;

const orderOf = (word: string): Order => (OLD.test(word) ? 'oldest' : 'newest');

/** "…, newest first" */
const SORTED = new RegExp(
  `,? \\(?(?:sorted |ordered |by |with )?(?:the )?(${SURE}) (?:ones? )?first\\)?$`,
  'i',
);
const FIRST_LATEST = new RegExp(`^(${SURE}) first[,:]? `, 'i');
/** "latest from zelensky", "what's the last thing trump said", "newest quotes by rutte" */
const AT_START = new RegExp(
  `^${LEAD_IN}(${SURE}|${UNSURE})${COUNT}(?: (${NOUN}))?(?: that| which)?(?: (.+))?$`,
  'i',
);
/** "rutte's latest statement on ukraine", "zelensky's latest" */
const POSSESSIVE = new RegExp(`^(.*\\S['’]s?) (${SURE}|${UNSURE}) (${NOUN})\\b(.*)$`, 'i');
/** "zelensky latest", "zelensky last quotes on nato" */
const BARE = new RegExp(
  `^(.+?)(?:['’]s?)? (?:(${SURE})(?: ${NOUN})?|(?:${UNSURE}) (?:${NOUN}))(?: (?:about|on) (.+))?$`,
  'i',
);
const LEADING = new RegExp(`^${LEAD_IN}`, 'i');
/** Words for what somebody thinks, which tell more than that something was said. */
const OPINION = /^(?:position|stance|views?|opinions?|reactions?|responses?|answers?)$/i;
/** "who was the first to say …" */
const WHO_WAS =
  /^who (?:was|is|were) (?:the )?(first|last|earliest)(?: (?:person|one|politician|people))? (?:to|who|that) (\S+)( .*)?$/i;
const ADVERB = /^(?:last|first|recently|originally|initially|just)$/i;

/**
 * Finds the words that ask for the newest or oldest first, or alone, and gives the question without them: "latest from zelensky" ->
 * "what did zelensky say"; "what did trump last say about nato" -> "what did trump say about nato". The question is empty where there
 * was nothing else in it. Null where no such words are there, or they belong to what was said: "who said the first 100 days".
 */
export function readOrder(question: string): Ordered | null {
  for (const read of [sorted, whoWas, besideVerb, possessive, atStart, bare]) {
    const found = read(question);
    if (found) return { ...found, question: found.question.replace(/\s+/g, ' ').trim() };
  }
  return null;
}

function sorted(question: string): Ordered | null {
  for (const pattern of [SORTED, FIRST_LATEST]) {
    const word = pattern.exec(question)?.[1];
    if (word !== undefined) return { question: question.replace(pattern, ''), order: orderOf(word) };
  }
  return null;
}

function whoWas(question: string): Ordered | null {
  const [, word, verb = '', rest = ''] = WHO_WAS.exec(question) ?? [];
  if (word === undefined || !isSayingVerb(verb)) return null;
  return { question: `who ${/^say$/i.test(verb) ? 'said' : verb}${rest}`, order: orderOf(word) };
}

/** "what did trump last say …", "who first said …", "what did trump say last about …" */
function besideVerb(question: string): Ordered | null {
  if (
    !/^(?:so |and |but )?(?:what|whats|what's|who|when|where|did|does|has|have|how|tell|which)\b/i.test(
      question,
    )
  )
    return null;
  const words = question.split(' ');
  const verb = words.findIndex((word, at) => at > 0 && isSayingVerb(word));
  if (verb < 0) return null;
  const without = (from: number, count: number, word: string): Ordered => ({
    question: words.toSpliced(from, count).join(' '),
    order: orderOf(word),
  });
  const before = words[verb - 1] ?? '';
  if (
    ADVERB.test(before) &&
    verb > 1 - Number(/^who$/i.test(words[0] ?? '')) &&
    !/^(?:the|a|his|her)$/i.test(words[verb - 2] ?? '')
  )
    return /^most$/i.test(words[verb - 2] ?? '')
      ? without(verb - 2, 2, before)
      : without(verb - 1, 1, before);
  const behind = words[verb + 1] ?? '';
  const next = words[verb + 2];
  if (/^(?:last|first)$/i.test(behind) && (next === undefined || isMatterWord(next)))
    return without(verb + 1, 1, behind);
  return null;
}

function possessive(question: string): Ordered | null {
  const [, whose, word, noun = '', rest = ''] = POSSESSIVE.exec(question) ?? [];
  if (whose === undefined || word === undefined || isSayingAnything(whose)) return null;
  const name = whose.replace(LEADING, '').replace(/['’]s?$/, '');
  const matter = /^(?: (?:about|on|regarding|concerning) (.+))?$/i.exec(rest);
  if (matter && !OPINION.test(noun) && !asks(name.split(' ')[0]))
    return { question: asked(name, matter[1]), order: orderOf(word) };
  return { question: `${whose} ${noun}${rest}`, order: orderOf(word) };
}

const isSayingAnything = (text: string): boolean =>
  text.split(' ').some((word, at) => at > 0 && isSayingVerb(word));

function atStart(question: string): Ordered | null {
  const [, word, noun, rest = ''] = AT_START.exec(question) ?? [];
  if (word === undefined) return null;
  const order = orderOf(word);
  const isSure = new RegExp(`^(?:${SURE})$`, 'i').test(word);
  if (rest === '') return isSure || noun !== undefined ? { question: '', order } : null;
  const from = /^(?:from|by|of) (.+?)(?: (?:about|on|regarding|concerning) (.+))?$/i.exec(rest);
  if (from && (isSure || noun !== undefined || !/^of /i.test(rest)))
    return { question: asked(from[1] ?? '', from[2]), order };
  const by = /^(?:about|on|regarding|concerning) (.+) (?:from|by) (.+)$/i.exec(rest);
  if (by && isSure) return { question: asked(by[2] ?? '', by[1]), order };
  const about = /^(?:about|on|regarding|concerning) (.+)$/i.exec(rest)?.[1];
  if (about !== undefined)
    return isSure || noun !== undefined ? { question: `who talked about ${about}`, order } : null;
  const said =
    /^(.+?) (?:has |have |had )?(?:said|says|say|to say|tweeted|wrote)(?: (?:about|on) (.+))?$/i.exec(rest);
  if (said && (isSure || noun !== undefined)) return { question: asked(said[1] ?? '', said[2]), order };
  const named = new RegExp(`^(.+?)(?:['’]s?)? ${NOUN}(?: (?:about|on) (.+))?$`, 'i').exec(rest);
  if (named && (isSure || !TITLE.test(rest))) return { question: asked(named[1] ?? '', named[2]), order };
  if (!isSure || isSayingAnything(rest) || isBesideWord(rest.split(' ')[0])) return null;
  return { question: rest, order };
}

/** The question for all that somebody says, on a matter where one is told. */
const asked = (name: string, matter: string | undefined): string =>
  `what did ${name} say${matter === undefined ? '' : ` about ${matter}`}`;

function bare(question: string): Ordered | null {
  const [, name, sure, matter] = BARE.exec(question) ?? [];
  if (
    name === undefined ||
    /^(?:who|what|when|where|which|why|how|did|does|has|have|is|was|the|in|on)\b/i.test(name)
  )
    return null;
  const words = name.split(' ');
  if (words.length > 4 || words.some((word) => isSayingVerb(word) || isWordsNoun(word))) return null;
  const word = sure ?? /\b(last|first|recent) \S+(?: (?:about|on) .*)?$/i.exec(question)?.[1] ?? '';
  if (plainWord(word) === '') return null;
  return { question: matter === undefined ? name : asked(name, matter), order: orderOf(word) };
}
