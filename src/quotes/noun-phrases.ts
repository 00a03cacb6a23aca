import type { Token } from '../language/tokens.ts';
import type { Passage, Range } from './passage.ts';

const INNER = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'PART', 'X', 'SYM']);
const HEAD = new Set(['PROPN', 'NOUN', 'NUM', 'PRON', 'X']);
/** Pronouns that are a whole noun phrase and can speak. */
const PERSONAL = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'you',
  'one',
  'some',
  'many',
  'others',
  'both',
]);
/** Words that the tagger takes for something else before a verb of saying: "He further noted". */
const ADVERBS = new Set([
  'further',
  'also',
  'then',
  'later',
  'earlier',
  'again',
  'recently',
  'now',
  'once',
  'still',
  'even',
]);
/** Prepositions that join a noun phrase to the one before it. */
const JOINERS = new Set(['of', 'for', 'at', 'from', 'in', 'with', 'on', 'to', 'near']);

/** Whether a token may stand between a subject and its verb. */
export function isBetween(p: Passage, i: number): boolean {
  const token = p.tokens[i];
  if (!token || p.inside[i] !== -1) return false;
  return token.tag === 'ADV' || ADVERBS.has(token.lower) || p.circumstance[i] === true;
}

/**
 * The noun phrase that ends just before token `end`, not before `from`: "NATO Secretary General Mark Rutte". Null where
 * none ends there.
 */
export function phraseBefore(p: Passage, end: number, from: number): Range | null {
  const last = p.tokens[end - 1];
  if (!last || end - 1 < from || p.inside[end - 1] !== -1) return null;
  if (last.tag === 'PRON' || PERSONAL.has(last.lower))
    return PERSONAL.has(last.lower) ? [end - 1, end] : null;
  if (!HEAD.has(last.tag) && last.tag !== 'ADJ') return null;
  let at = end - 1;
  while (at > from && reaches(p, at - 1, at, from)) at--;
  while (at < end - 1 && isDangling(p, at)) at++;
  return [at, end];
}

/** Whether the token `i` belongs to the phrase that so far begins at `next`. */
function reaches(p: Passage, i: number, next: number, from: number): boolean {
  const token = p.tokens[i];
  const before = i > from ? p.tokens[i - 1] : undefined;
  const after = p.tokens[next];
  if (!token || p.inside[i] !== -1) return false;
  if (INNER.has(token.tag)) return p.circumstance[i] !== true || after?.tag === 'PART';
  if (token.tag === 'PRON') return ['his', 'her', 'its', 'their', 'my', 'our', 'your'].includes(token.lower);
  if (token.tag === 'ADP')
    return (
      JOINERS.has(token.lower) && before !== undefined && (isHead(before) || describesHead(p, i - 1, from))
    );
  if (token.tag === 'CCONJ') return token.lower === 'and' && before !== undefined && HEAD.has(before.tag);
  if (token.lower === '-' || token.lower === '/' || token.lower === '&') return true;
  if (token.lower === '.') return token.start === before?.end && token.end === after?.start;
  // a participle within the phrase: "the ruling party"
  return token.tag === 'VERB' && before?.tag === 'DET' && after !== undefined && HEAD.has(after.tag);
}

const isHead = ({ tag }: Token): boolean => HEAD.has(tag) && tag !== 'PRON';

/** "officials familiar | with the matter": an adjective behind its noun. */
const describesHead = (p: Passage, i: number, from: number): boolean => {
  const before = i > from ? p.tokens[i - 1] : undefined;
  return p.tokens[i]?.tag === 'ADJ' && before !== undefined && isHead(before) && p.inside[i - 1] === -1;
};

/** Whether a phrase can't begin with the token `i`. */
function isDangling(p: Passage, i: number): boolean {
  const token = p.tokens[i];
  return (
    token !== undefined &&
    (['ADP', 'CCONJ', 'PART', 'SYM'].includes(token.tag) || /^[.&/-]$/.test(token.text))
  );
}

/**
 * The noun phrase that begins at token `start`, not beyond `to`, with an apposition set off by commas ("Michael Waltz, the
 * adviser"). Null where none begins there.
 */
export function phraseAfter(p: Passage, start: number, to: number): Range | null {
  const first = p.tokens[start];
  if (!first || start >= to || p.inside[start] !== -1) return null;
  if (PERSONAL.has(first.lower)) return [start, start + 1];
  let at = start;
  while (at < to && p.inside[at] === -1 && p.circumstance[at] !== true && continues(p, at, start)) at++;
  while (at > start && !HEAD.has(p.tokens[at - 1]?.tag ?? '')) at--;
  if (at === start) return null;
  return [start, appositionEnd(p, at, to) ?? at];
}

function continues(p: Passage, i: number, start: number): boolean {
  const token = p.tokens[i];
  if (!token) return false;
  if (INNER.has(token.tag) || ['his', 'her', 'its', 'their'].includes(token.lower)) return true;
  if (i === start) return false;
  return (token.tag === 'ADP' && JOINERS.has(token.lower)) || token.lower === 'and' || token.lower === '-';
}

/** Where the apposition behind a comma at `comma` ends: at the next comma or the sentence's end; null where there is none. */
function appositionEnd(p: Passage, comma: number, to: number): number | null {
  if (p.tokens[comma]?.text !== ',') return null;
  const first = p.tokens[comma + 1];
  if (!first || comma + 1 >= to || !['DET', 'NOUN', 'PROPN', 'ADJ'].includes(first.tag)) return null;
  let at = comma + 1;
  while (at < to && p.inside[at] === -1 && !/^[,.;:?!]$/.test(p.tokens[at]?.text ?? '')) {
    if (['VERB', 'AUX', 'PRON', 'SCONJ'].includes(p.tokens[at]?.tag ?? '') && p.tokens[at - 1]?.tag !== 'DET')
      return null;
    at++;
  }
  return at > comma + 1 && at - comma <= 18 ? at : null;
}
