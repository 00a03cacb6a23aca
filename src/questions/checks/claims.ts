import { plainMessage } from './plain-message.ts';

/** What a message has somebody say. */
export type Claim = {
  /** The words that are claimed to be somebody's. */
  readonly words: string;
  /** Who is claimed to have said them, as the message names them; null where it names nobody. */
  readonly speaker: string | null;
  /** True where the words stand within quotation marks or as a block quote, so that they claim to be word for word. */
  readonly quoted: boolean;
};

/** A quotation within a text, with its marks: `[start, end)`. */
type Quotation = { readonly words: string; readonly start: number; readonly end: number };

/** The most quotations of one message that are read. */
const MOST = 3;
/** A quotation of fewer words is one beside the point ("an “irreversible” path"), unless it is most of the message or signed. */
const LEAST_WORDS = 4;

/** How far from a quotation its speaker is looked for, in characters. */
const NEAR = 160;

const QUOTATIONS = [
  /“([^“”]+)(?:”|$)/g,
  /«([^«»]+)»/g,
  /„([^„“”]+)[“”]/g,
  /(?<![\p{L}\p{N}])"([^"]+)(?:"(?![\p{L}\p{N}])|$)/gu,
  /(?<![\p{L}\p{N}])‘([^‘\n]+)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])''?([^"\n]+?)''?(?![\p{L}\p{N}])/gu,
];

const WORD = "[\\p{L}][\\p{L}\\p{M}\\p{N}.'’-]*";
const NAME = `(?:@?${WORD}(?:[ ]${WORD}){0,5}?)`;
/** A name behind a long office, where a colon ends it. */
const LONG_NAME = `(?:${WORD}(?:[ ]${WORD}){6,11})`;
const ADVERBS =
  '(?:(?:has|have|had|just|once|really|actually|literally|also|even|recently|reportedly|allegedly|famously|apparently|then|later|already) )*';
const SAYS = `${ADVERBS}(?:sa(?:id|ys)|goes|(?:was|is|be) like|told (?:us|me|them|reporters|everyone|people|the \\w+)|tweet(?:ed|s)|post(?:ed|s)|wr(?:ote|ites)|stated|states(?= that|[:,])|claim(?:ed|s)|expla(?:ined|ins)|add(?:ed|s)|insist(?:ed|s)|announce[ds]|declare[ds]|warn(?:ed|s)|argue[ds]|note[ds]|stress(?:ed|es)|admit(?:ted|s)|confirm(?:ed|s)|emphasi[sz]e[ds]|acknowledge[ds]|promise[ds]|vow(?:ed|s)|replie[ds]|answer(?:ed|s))`;
const SAY = '(?:say|claim|state|tweet|write|promise|post)';

/** Who says it, in what stands right before the words. */
const BEFORE = [
  new RegExp(`(?:^|[\\s.,;!?])according to (${NAME})\\s*[,:]\\s*$`, 'iu'),
  new RegExp(`(?:^|[\\s.,;!?])in the words of (${NAME})\\s*[,:]\\s*$`, 'iu'),
  new RegExp(`(?:^|[\\s.,;!?])(?:as )?(${NAME}) (?:once )?put it\\s*[,:]?\\s*$`, 'iu'),
  new RegExp(
    `(?:^|[.,;!?]\\s*|\\s)(?:did|does|has) (${NAME}) ${ADVERBS}(?:${SAY}|said)(?: that)?\\s*[,:]?\\s*$`,
    'iu',
  ),
  new RegExp(
    `(?:^|[.,;!?\\n]\\s*)(${NAME}) ${SAYS}(?: (?:that|on [\\w ]+|in [\\w ]+))?\\s*[,:–—-]?\\s*$`,
    'iu',
  ),
  new RegExp(
    `(?:^|[.,;!?\\n]\\s*)(${NAME}|${LONG_NAME})(?:, [^:"“\\n]{1,60}| \\([^)\\n]{1,60}\\))?\\s*:\\s*$`,
    'iu',
  ),
  new RegExp(
    `(?:^|[\\s.,;!?])(${NAME})['’]s (?:\\w+ ){0,2}(?:quote|words|statement|line|claim)\\w*(?: (?:that|was|is))?\\s*[,:–—-]?\\s*$`,
    'iu',
  ),
];
/** Who says it, in what stands right behind the words. */
const BEHIND = [
  new RegExp(
    `^[\\s.,!?]*(?:[-–—―~]+|\\(|\\bby\\b|\\bsaid by\\b|\\bquote by\\b)\\s*(${NAME})(?=\\s*(?:[,.;:()\\n|!?\\d/–—-]|$| (?:in|on|at) \\d))`,
    'iu',
  ),
  new RegExp(
    `^[\\s.,!?]*(?:said|says|according to|explained|added|wrote|tweeted|stated|told|claimed|warned) (${NAME})(?=\\s*(?:[,.;:()\\n!?]|$| (?:in|on|at|during|after|before|to|last|this|yesterday|today)\\b))`,
    'iu',
  ),
  new RegExp(`^[\\s.,!?]*(${NAME}) ${SAYS}\\b`, 'iu'),
];
/** The first of them: a signature. */
const SIGNED = BEHIND.slice(0, 1);
/** A text without quotation marks that says who says it: who, then the words; or the words, then who. */
const WHOLE = [
  new RegExp(
    `^(?:so |wait |hey |ok |lol |is it true that )?(?:did|does|has) (?<name>${NAME}) ${ADVERBS}(?:${SAY}|said)(?: that)?\\s*[,:]?\\s+(?<words>.+)$`,
    'isu',
  ),
  new RegExp(`^according to (?<name>${NAME})\\s*[,:]\\s*(?<words>.+)$`, 'isu'),
  new RegExp(
    `^(?:is it true that |i (?:read|heard|think|saw) (?:that )?|so |apparently |breaking:? )?(?<name>${NAME}) ${SAYS}(?: that\\b)?\\s*[,:]?\\s+(?<words>.+)$`,
    'isu',
  ),
  new RegExp(
    `^(?<name>@?${WORD}(?:[ ]${WORD}){0,4})(?:, [^:"“\\n]{1,60}| \\([^)\\n]{1,60}\\))?\\s*:\\s+(?<words>.+)$`,
    'su',
  ),
  new RegExp(
    `^(?<words>.+?)[\\s.,!?]*(?:\\s[-–—―~]+|\\n[-–—―~]*|, (?:said|says|according to)|\\baccording to)\\s*(?<name>${NAME})(?:,[^,\\n]{1,60}|\\s*\\([^)]*\\))?[.?!]*$`,
    'isu',
  ),
  new RegExp(
    `^(?<words>.+?),\\s*(?<name>${NAME}) (?:said|says|explained|added|stated|claimed)[.?!]*$`,
    'isu',
  ),
  /^(?:who|whoever) (?:(?:has|had|just|really|actually|once|even) )*(?:said|says|say|wrote|tweeted|claimed|claims)(?: that)?\s*[,:]?\s+(?<words>.+)$/isu,
];

/** Words that stand in a sentence and in no name. */
const SENTENCE =
  /\b(?:have|has|had|is|are|was|were|be|been|would|can|could|should|must|not|never|do|does|did|to|than|i|we|you|it|my|our|your|if|when|because|[Hh]e|[Ss]he|[Tt]hey|We|I|You|It)\b/;

/** Words for people that name nobody, and words before a colon that are no name. */
const NOBODY =
  /^(?:i|you|he|she|it|we|they|who|whoever|someone|somebody|anyone|anybody|everyone|everybody|nobody|no one|people|one|this|that|these|those|there|what|me|him|her|them|us|quote|quotes|breaking|update|edit|note|ps|tldr|tl;dr|fact|source|reminder|psa|fyi|lol|lmao|omg|wow|news|today|just in|imagine|thread|re|fwd|anon|anonymous|unknown|and|but|so|because|if|when|also|then|ok|okay|wait|yes|no|guy|man|bro|dude|official|officials)$/i;

/**
 * What a message has somebody say, at most three claims: each of its quotations that is long enough, with whom the words around
 * it name; where it has none, all of its words, without the links and mentions and without who is said to have said them. Empty
 * where the message has no words.
 *
 * @param typed - a message in Discord's markdown, or what was typed as a statement
 */
export function readClaims(typed: string): readonly Claim[] {
  const text = plainMessage(typed);
  const found = quotationsOf(text);
  const read = found.map((quotation, i) => quotedClaim(text, quotation, found[i - 1], found[i + 1]));
  const claims = joined(read).filter((claim, _, all) => isWorthReading(claim, text, all.length));
  if (claims.length > 0) return sharedSpeaker(claims).slice(0, MOST);
  const whole = wholeClaim(text);
  return /[\p{L}\p{N}]/u.test(whole.words) ? [whole] : [];
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

function isWorthReading(claim: Around, text: string, all: number): boolean {
  const words = countWords(claim.words);
  if (words === 0) return false;
  if (words >= LEAST_WORDS || claim.signed) return true;
  return all === 1 && words * 2 >= countWords(text);
}

/** Every quotation in the order of the text; of two that overlap, the one that begins first. */
function quotationsOf(text: string): readonly Quotation[] {
  const found = QUOTATIONS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: all, 1: words = '', index }) => ({
      words: words.trim(),
      start: index,
      end: index + all.length,
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Quotation[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** A claim with what is needed to join it with its neighbours. */
type Around = Claim & {
  /** True where a name stands right before or behind it, so that even few words are a claim. */
  readonly signed: boolean;
  /** True where the sentence goes on in the next quotation: `"…," he said, "…"`. */
  readonly goesOn: boolean;
  /** True where the next quotation follows with hardly a word between them. */
  readonly inARow: boolean;
};

function quotedClaim(
  text: string,
  { words, start, end }: Quotation,
  previous: Quotation | undefined,
  next: Quotation | undefined,
): Around {
  const before = text.slice(previous?.end ?? 0, start).slice(-NEAR);
  const behind = text.slice(end, next?.start ?? text.length);
  // what stands before the next quotation says who says that one
  const isNexts = next !== undefined && firstName(BEFORE, lastLine(behind)) !== null;
  const speaker =
    firstName(BEFORE, previous === undefined ? before : lastLine(before)) ??
    firstName(isNexts ? SIGNED : BEHIND, behind.slice(0, NEAR));
  const between = next && countWords(behind) <= 6 && /,\s*$/.test(behind) && /[,\p{L}]$/u.test(words);
  return {
    words,
    speaker,
    quoted: true,
    signed: speaker !== null,
    goesOn: Boolean(between),
    inARow: next !== undefined && countWords(behind) <= 1,
  };
}

/** Between two quotations, what stands before the second begins on its own line or behind a full stop. */
const lastLine = (text: string): string => (/[^\n.;]*$/.exec(text)?.[0] ?? '').trimStart();

function firstName(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const name = tidyName(pattern.exec(text)?.[1]);
    if (name !== null) return name;
  }
  return null;
}

/** A name without what stands before it in the sentence ("I saw that Mark Rutte"); null where it names nobody. */
function tidyName(name: string | undefined): string | null {
  const tidy = (name ?? '')
    .replace(/^@/, '')
    .replace(/[.'’-]+$/, '')
    .trim();
  const capitalised = /(?:\p{Lu}\S*(?: (?:of|the|de|van|von|der|al|bin|del|la|and) (?=\p{Lu})| |$))+$/u.exec(
    tidy,
  )?.[0];
  const shown = capitalised ?? tidy;
  return shown === '' || NOBODY.test(shown) || isSentence(shown) ? null : shown;
}

function joined(claims: readonly Around[]): readonly Around[] {
  const all: Around[] = [];
  for (const claim of claims) {
    const last = all.at(-1);
    if (!last?.goesOn) all.push(claim);
    else
      all[all.length - 1] = {
        ...claim,
        words: `${last.words} ${claim.words}`,
        speaker: last.speaker ?? claim.speaker,
      };
  }
  return all;
}

/** A signature is for all quotations in a row before it or behind it: `"A" and "B" – Rutte`, `Rutte: "A" and "B"`. */
function sharedSpeaker(claims: readonly Around[]): readonly Claim[] {
  const names = claims.map(({ speaker }) => speaker);
  for (let i = 1; i < claims.length; i++) if (claims[i - 1]?.inARow) names[i] ??= names[i - 1] ?? null;
  for (let i = claims.length - 1; i > 0; i--) if (claims[i - 1]?.inARow) names[i - 1] ??= names[i] ?? null;
  return claims.map(({ words, quoted }, i) => ({ words, speaker: names[i] ?? null, quoted }));
}

function wholeClaim(text: string): Claim {
  for (const pattern of WHOLE) {
    const { name, words } = pattern.exec(text)?.groups ?? {};
    if (words === undefined) continue;
    // what stands before or behind the words is no name: a title, "Breaking:", or a line of the text itself
    if (name !== undefined && !isLikeAName(name)) continue;
    return { words: bare(words), speaker: tidyName(name), quoted: false };
  }
  return { words: bare(text), speaker: null, quoted: false };
}

/** Whether words before a verb of saying may be a name, rather than the beginning of a sentence: "we have never" is none. */
const isLikeAName = (name: string): boolean => !isSentence(name) || NOBODY.test(name);

/** Words all in capitals are read as if they were in small letters. */
const isSentence = (name: string): boolean => SENTENCE.test(/\p{Ll}/u.test(name) ? name : name.toLowerCase());

/** Words without marks of quotation around them. */
const bare = (words: string): string => words.replace(/^[\s"“”«»'‘]+|[\s"“”«»]+$/g, '').replace(/\s+/g, ' ');
