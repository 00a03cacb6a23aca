import type { Token } from '../language/tokens.ts';
import { BEGINNERS, standingOf } from './abbreviations.ts';
import type { Quotation } from './quotation-marks.ts';
import type { Range } from './range.ts';

/** Verbs that go on behind a question or an exclamation in quotation marks: “Why?” Smith asked. */
const SAYING = new Set(
  'say ask tell reply add shout cry wonder demand exclaim write tweet respond declare joke yell call go'.split(
    ' ',
  ),
);

/**
 * The sentences of a paragraph's tokens. One that ends within quotation marks goes on to where they close, and one that
 * stops at "Sen." or "U.S." goes on where a name or a small letter follows.
 */
export function readSentences(
  tokens: readonly Token[],
  inside: readonly number[],
  quotations: readonly Quotation[],
): readonly Range[] {
  const sentences: Range[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!isFullStop(tokens, i)) continue;
    const next = behindClosers(tokens, i + 1, inside, quotations);
    if (next >= tokens.length) break;
    if (inside[next] !== -1 && inside[next] === inside[next - 1]) continue;
    const opens = tokens[next]?.start === quotations[inside[next] ?? -1]?.outer[0];
    if (!ends(tokens, i, next) || (!opens && !begins(tokens, i, next))) continue;
    sentences.push([from, next]);
    from = next;
    i = next - 1;
  }
  if (from < tokens.length) sentences.push([from, tokens.length]);
  return sentences;
}

const isFullStop = (tokens: readonly Token[], i: number): boolean =>
  /^(?:[!?…]|\.+)$|[\p{L}\p{N}]\.$/u.test(tokens[i]?.text ?? '');

/** The first token behind the closing marks and brackets that follow a full stop. */
function behindClosers(
  tokens: readonly Token[],
  at: number,
  inside: readonly number[],
  quotations: readonly Quotation[],
): number {
  let next = at;
  for (; next < tokens.length; next++) {
    const token = tokens[next] as Token;
    const quotation = quotations[inside[next] ?? -1];
    const closesQuotation =
      quotation !== undefined && token.start >= quotation.inner[1] && token.start >= quotation.inner[0];
    if (token.start === quotation?.outer[0]) break;
    if (!closesQuotation && !/^(?:[)\]”’»!?]|\.+|…)$/.test(token.text)) break;
  }
  return next;
}

/** Whether a full stop can end its sentence, by the abbreviation that it may belong to. */
function ends(tokens: readonly Token[], i: number, next: number): boolean {
  const stop = tokens[i] as Token;
  const follower = tokens[next] as Token;
  if (/^[!?]$/.test(stop.text)) return next === i + 1 || !isSaid(tokens, next);
  if (/^(?:…|\.\.+)$/.test(stop.text)) return true;
  const whole = stop.text.length > 1;
  const before = tokens[i - 1];
  const word = whole ? stop.text.slice(0, -1) : before?.end === stop.start ? before.text : '';
  const numbered = !whole && /^\d+$/.test(word) && /^[!?….]?$/.test(tokens[i - 2]?.text ?? '');
  if (numbered) return false; // "2. Who …"
  const standing = standingOf(word);
  if (standing === 'plain' || next > i + 1) return true;
  if (standing === 'before names') return false;
  if (standing === 'before numbers') return !/^\d/.test(follower.text);
  return BEGINNERS.has(follower.lower) || /^[“"‘„«]$/.test(follower.text);
}

/** Whether a sentence can begin behind a full stop: with a capital, a figure or an opening mark. */
function begins(tokens: readonly Token[], i: number, next: number): boolean {
  const follower = tokens[next] as Token;
  if (/^\p{Ll}|^[,;:”’)\]»%/]|^['’]s$/u.test(follower.text)) return false;
  const stop = tokens[i] as Token;
  if (stop.text !== '.' || follower.start > (tokens[next - 1]?.end ?? 0)) return true;
  return /^\p{Ll}/u.test(tokens[i - 1]?.text ?? '') || next > i + 1; // "Caliber.Az" is one name
}

/** Whether a few words and then a verb of saying follow: “Why?” the mayor of Quarrytown asked. */
function isSaid(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 8); i++) {
    const token = tokens[i] as Token;
    if (SAYING.has(token.lemma)) return true;
    if (/^[.!?“"]$/.test(token.text) || (token.tag === 'VERB' && i > from)) return false;
  }
  return false;
}
