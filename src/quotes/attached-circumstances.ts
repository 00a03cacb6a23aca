import type { Span } from '../articles/article.ts';
import type { Circumstance } from '../language/circumstances.ts';
import { contains, overlap } from '../language/span.ts';
import type { Quote } from './quote.ts';

/** The circumstances of a statement, as places in the text: where it was said may be told in several parts. */
export type Told = {
  readonly when: Circumstance | null;
  readonly where: readonly Circumstance[];
};

export const isUntold = ({ when, where }: Told): boolean => when === null && where.length === 0;

/** A sentence, or a run of sentences, with its phrases and all that anybody is quoted with there. */
export type Clause = {
  readonly text: string;
  readonly run: Span;
  readonly phrases: readonly Circumstance[];
  readonly contents: readonly Span[];
};

/** Words behind which a phrase belongs to a clause of its own: "said Stevens, who lost in Ohio". */
const BLOCKER =
  /\b(?:who|whom|whose|which|that|where|when|while|because|if|than|after|before|since|until|as|whether|how|why|what)\b/i;
/** How a sentence opens that tells first where its subject speaks. */
const OPENING =
  /^\W*(?:(?:and|but|then|later|earlier|meanwhile|also|yet|still|so|even|just|speaking|appearing|addressing|talking|campaigning|writing|testifying|responding|answering|asked|interviewed|stumping|standing|while|when|hours|days|the|same|day|night|evening|morning|live|again|out|to|with|from|about|voters|supporters|reporters|people|a|an|crowd|audience|of|hundreds|thousands|in|on|at|during|former|his|her|their|own)\W+)*$/i;
const SPEAKING_OPENING =
  /^\W*(?:(?:and|but|while|later|earlier)\W+)?(?:speaking|appearing|addressing|talking|campaigning|writing|testifying|responding|answering|asked|interviewed|stumping|standing|pressed|questioned)\b/i;
const SUBORDINATE = /\b(?:after|before|since|because|although|though|until|if|whether)\s+(?:\S+\s+){0,2}$/i;
/** Programmes of a day, with which a lead sentence tells where all of it was said, also behind words that it quotes. */
const ON_A_SHOW = /^on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']s (?:.{0,40} )?[“"‘]/i;
/** Between two parts of one place: "in an opinion piece published in Le Monde". */
export const GOES_ON =
  /^[\s,]*(?:(?:that )?(?:appearing|published|posted|aired|airing|printed|released|recorded|broadcast|held|gathered)\s+)?$/;
/** An hour between a cue and its place: "said just after midnight on CNN". */
const HOUR = /\b(?:after|before) (?:midnight|noon|dawn|sunset)\b/i;
/** Puts what stands behind an occasion last: "on Fox News right after the speech". */
const LAST = 10_000;
/** The most words between a cue and a phrase that belongs to it. */
const FAR = 9;

/** Tells which of a sentence's phrases say when and where one of its quotes was said. */
export function attachedTo(quote: Quote, clause: Clause): Told {
  const own = clause.phrases.filter((phrase) => isAttached(phrase, quote, clause));
  const times = own.filter(
    ({ kind, span, words }) =>
      kind === 'when' &&
      !/^(?:since|until|by|from|that (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/.test(words) &&
      (!/^[’']s/.test(clause.text.slice(span[1], span[1] + 2)) ||
        own.some((phrase) => phrase.kind === 'where' && contains(phrase.span, span))) &&
      !/^ ?\((?:Reuters|AP|UPI|AFP)/.test(clause.text.slice(span[1], span[1] + 10)),
  );
  const exact = times.find(({ words }) => words !== 'recently');
  return {
    when: exact ?? times[0] ?? null,
    where: together(
      own.filter(({ kind }) => kind === 'where'),
      clause,
      quote.cue[0]?.[0] ?? 0,
    ),
  };
}

/** Of several places those that tell of an occasion, or else any; of these the nearest to the cue, with those that stand right behind it. */
function together(places: readonly Circumstance[], clause: Clause, cue: number): readonly Circumstance[] {
  const groups: Circumstance[][] = [];
  for (const place of places) {
    const last = groups.at(-1)?.at(-1);
    const gap = last ? left(clause, [last.span[1], place.span[0]]) : null;
    if (gap !== null && GOES_ON.test(gap)) groups.at(-1)?.push(place);
    else groups.push([place]);
  }
  const occasions = groups.filter((group) => group.some(({ occasion }) => occasion));
  const among = occasions.length > 0 ? occasions : groups;
  const farness = (group: readonly Circumstance[]) =>
    Math.abs((group[0]?.span[0] ?? 0) - cue) +
    (/^(?:after|following) /i.test(group[0]?.words ?? '') ? LAST : 0);
  return [...among].sort((a, b) => farness(a) - farness(b))[0] ?? [];
}

function isAttached(phrase: Circumstance, quote: Quote, clause: Clause): boolean {
  const { text, contents } = clause;
  const words = text.slice(...phrase.span);
  if (contents.some((content) => overlap(content, phrase.span) && !contains(phrase.span, content))) {
    const last = quote.content.at(-1)?.[1] ?? 0;
    return (
      quote.kind !== 'direct' &&
      phrase.span[1] >= last - 3 &&
      phrase.span[1] <= last + 3 &&
      ON_A_SHOW.test(words)
    );
  }
  if (quote.source.some((source) => overlap(source, phrase.span))) return false;
  const cue = quote.cue.at(-1) ?? quote.source.at(-1);
  const first = quote.cue[0] ?? quote.source[0];
  if (!cue || !first) return isOpened(phrase.span, clause);
  if (phrase.span[0] >= first[0]) return isBehind(phrase, first, cue, quote, clause);
  return isBefore(phrase, first, quote.source[0], clause);
}

function isBehind(phrase: Circumstance, first: Span, cue: Span, quote: Quote, clause: Clause): boolean {
  const behind = [first, cue, ...quote.source].filter(([, e]) => e <= phrase.span[0]).map(([, e]) => e);
  const gap = left(clause, [Math.max(first[0], ...behind), phrase.span[0]]);
  if (isBare(phrase) && (wordsIn(gap) > 4 || /\b(?:of|about|against|for)\b/.test(gap))) return false;
  return !BLOCKER.test(gap.replace(HOUR, '')) && wordsIn(gap) <= FAR;
}

/** Whether a phrase is a town or country alone, which is told of much else than speaking. */
const isBare = ({ kind, occasion }: Circumstance): boolean => kind === 'where' && !occasion;
const SPEAKING =
  /^\W*(?:speaking|appearing|campaigning|stumping|standing|visiting|on a|who was|while|then)\b/i;

function isBefore(phrase: Circumstance, cue: Span, source: Span | undefined, clause: Clause): boolean {
  const { text, run } = clause;
  const { span } = phrase;
  const subject = source && source[1] <= cue[0] && contains(run, source) ? source : cue;
  if (span[0] >= subject[1]) {
    const gap = left(clause, [subject[1], span[0]]);
    if (isBare(phrase) && wordsIn(gap) > 2 && !SPEAKING.test(gap)) return false;
    return !BLOCKER.test(gap.replace(/^[\s,]*(?:as|while|when)\b/, '')) && wordsIn(gap) <= FAR + 3;
  }
  if (SUBORDINATE.test(text.slice(Math.max(span[1], subject[0] - 40), subject[0]))) return false;
  if (isOpened(span, clause)) return true;
  const before = left(clause, [run[0], span[0]]);
  return /(?:[,;:—–]|\b(?:and|but))\s*$/i.test(before) && !/\b(?:who|which|where)\b[^,]*,?\s*$/.test(before);
}

/** Whether a sentence opens with a phrase, or with words of speaking that it belongs to. */
export function isOpened(span: Span, clause: Clause): boolean {
  const before = left(clause, [clause.run[0], span[0]]);
  return (
    OPENING.test(before) ||
    (SPEAKING_OPENING.test(before) && !BLOCKER.test(before.slice(12)) && wordsIn(before) <= 12)
  );
}

/** The words of a stretch without what is quoted and without phrases of time and place. */
export function left({ text, phrases, contents }: Clause, [from, to]: Span): string {
  let [words, at] = ['', from];
  const parts = [...contents, ...phrases.map(({ span }) => span)]
    .filter(([s, e]) => s < to && e > from)
    .sort((a, b) => a[0] - b[0]);
  for (const [s, e] of parts) {
    if (s > at) words += text.slice(at, s);
    at = Math.max(at, e);
  }
  return at < to ? words + text.slice(at, to) : words;
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
