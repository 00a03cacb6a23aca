import type { Token } from '../language/tokens.ts';
import type { Range } from './passage.ts';
import type { Quotation } from './quotation-marks.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles and the like, which stand before a name and end no sentence. */
const BEFORE_NAMES =
  words(`mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt pfc spc prof rev
  hon fr pres amb atty asst dep det insp supt msgr messrs mx mme mlle brig ald st ste mt ft ph univ dept`);
/** What ends no sentence before a number. */
const BEFORE_NUMBERS = words('no nos fig figs vol pp sec art ch par');
/** Abbreviations that may end a sentence as well as stand within one. */
const ANYWHERE =
  words(`jr sr inc corp co ltd llc plc bros assn intl esq jan feb mar apr jun jul aug sept sep oct nov dec
  mon tue tues wed thu thurs fri ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn
  miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wisc wyo ave blvd rd hwy al dist`);
/** Abbreviations in small letters. */
const SMALL = words('viz approx cf e.g i.e etc a.m p.m pp');
/** Words that begin a sentence where they are written with a capital behind an abbreviation. */
const BEGINNERS =
  words(`the a an this that these those it he she they we i you his her their our my its there here but and or so
  yet if when while as at in on by for from with after before since although though however then now meanwhile not what
  who how why where which some many most all each both every another under over during despite because still also
  instead even just only until perhaps yes nor unlike among according asked mr. mrs. ms.`);
/** Verbs that go on behind a question or an exclamation in quotation marks: “Why?” Smith asked. */
const SAYING = words(
  'say ask tell reply add shout cry wonder demand exclaim write tweet respond declare joke yell call go',
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
    if (!ends(tokens, i, next) || !begins(tokens, i, next)) continue;
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

/** How a word with a full stop behind it stands in a sentence. */
function standingOf(word: string): 'plain' | 'anywhere' | 'before names' | 'before numbers' {
  const lower = word.toLowerCase();
  const capital = /^\p{Lu}/u.test(word);
  if (BEFORE_NUMBERS.has(lower)) return 'before numbers';
  if (word === 'v' || word === 'vs') return 'before names';
  if (capital && BEFORE_NAMES.has(lower)) return 'before names';
  if (SMALL.has(lower) || (capital && ANYWHERE.has(lower))) return 'anywhere';
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) ? 'anywhere' : 'plain';
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
