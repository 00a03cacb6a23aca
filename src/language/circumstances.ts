import { readingOf } from './reading.ts';
import { contains, overlap, type Span } from './span.ts';

const DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)';
const YEAR = '(?:19|20)\\d\\d';
const DATE = `(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? ${YEAR})?`;
const PART = '(?: (?:morning|afternoon|evening|night))?';
const NUMBER =
  '(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of|some|a)';

/** How news tells when something was said. */
const WHEN = new RegExp(
  [
    `(?:(?:late|early|earlier) )?(?:[Oo]n|since|by|until|from) (?:late |early )?(?:${DAY}${PART}(?:, ${DATE})?|${DATE}(?:${PART}))`,
    `(?:late|early|earlier|Late|Early|Earlier) (?:on )?${DAY}${PART}`,
    `(?:back )?[Ii]n (?:early |mid-|late |mid )?(?:${MONTH}(?:,? ${YEAR})?|${YEAR})`,
    `(?:earlier |late |early |later )?(?:this|last|that|next) (?:week|weekend|month|year|morning|afternoon|evening|night|summer|spring|fall|autumn|winter|${DAY}|${MONTH})`,
    `${DAY}${PART}`,
    `${DATE}`,
    `${NUMBER} (?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:ago|earlier|later|before)`,
    '(?:earlier |late |later )?(?:yesterday|today|tonight)(?: (?:morning|afternoon|evening))?',
    'the (?:day|week|month|year) before',
    'recently',
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'g',
);

const NAMED =
  "(?:\\p{Lu}[\\p{L}\\p{N}&’'-]{0,40}(?:\\.\\p{L}{1,40}){0,5}\\.?(?<![\\p{Ll}\\p{N}]{2}\\.)|\\p{N}{1,9}(?:st|nd|rd|th)?)";
const NAME = `(?:the |The )?${NAMED}(?:(?: of| of the| for| and| in| on| de)? ${NAMED}){0,6}`;
const EVENT =
  '(?:speech|interview|statement|rally|rallies|news conference|press conference|conference|briefing|meeting|debate|hearing|tweets?|posts?|message|letter|memo|e-?mail|op-ed|column|essay|article|editorial|book|memoir|video|address|remarks|call|summit|event|forum|appearance|town hall|report|podcast|show|programme|program|ceremony|session|testimony|fundraiser|panel|visit|trip|dinner|lecture|sermon|monologue|phone call|telephone interview|broadcast|filing|ruling|opinion|survey|poll|study|blog|note|series of tweets|stop|discussion|talk|convention|breakfast|luncheon|lunch|match|game|chat)';
const WORD = "[\\p{L}\\p{N}’'.-]{1,40}";
const TAIL = `(?: (?:with|at|in|on|to|for|from|before|outside|near|of|by) (?:${NAME}(?:, ${NAMED}(?=[,.;]|$))?|(?:the|a|an|his|her|their|its|reporters|supporters|voters|journalists)(?: ${WORD}){0,4}?(?=[,.;:”"]|$)))`;

/** How news tells where something was said: an event, a place or a channel with a name. */
const WHERE = new RegExp(
  [
    `(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Aa]fter|[Ff]ollowing|[Vv]ia|[Bb]y) (?:(?:an?|the|his|her|their|its|one|this|that|another) )?(?:${WORD} ){0,4}?${EVENT}(?![\\p{L}-])${TAIL}{0,2}`,
    `(?:[Oo]n|[Vv]ia) ${NAME}`,
    `[Aa]t ${NAME}${TAIL}?`,
    `[Ii]n (?:the )?${NAMED}(?: ${NAMED}){0,2}(?:, ${NAMED}(?=[,.;]|$))?`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'gu',
);

/** The two kinds of circumstances that news gives of a statement. */
export type Circumstance = { readonly kind: 'when' | 'where'; readonly span: Span };

/**
 * Finds the phrases of a stretch that tell when ("on March 16") and where ("in a recent speech at the Warsaw School of
 * Economics") something happened, in the order of the text, none within another. Whether a phrase belongs to the act of
 * saying or to what was said is for the caller to tell.
 */
export function findCircumstances(text: string, span: Span): readonly Circumstance[] {
  const reading = readingOf(text, span);
  const at = (kind: 'when' | 'where', pattern: RegExp): Circumstance[] =>
    [...reading.text.matchAll(pattern)]
      .filter((match) => isBounded(reading.text, match.index, match.index + match[0].length))
      .map((match) => ({ kind, span: [match.index, match.index + match[0].length] as const }));
  const when = at('when', WHEN);
  const where = apart(at('where', WHERE), when, (place, day) => withoutDay(reading.text, place, day));
  const days = apart(when, where, (day) => day);
  return [...days, ...where]
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ kind, span: [start, end] }) => ({ kind, span: [reading.startOf(start), reading.endOf(end)] }));
}

/** Those phrases that lie in none of the others, each given to `cut` with the first other that begins within it. Both in order. */
function apart(
  phrases: readonly Circumstance[],
  others: readonly Circumstance[],
  cut: (phrase: Circumstance, other: Circumstance) => Circumstance,
): readonly Circumstance[] {
  let at = 0;
  return phrases.flatMap((phrase) => {
    while (at < others.length && (others[at]?.span[1] ?? 0) <= phrase.span[0]) at++;
    const other = others[at];
    if (other === undefined || !overlap(other.span, phrase.span)) return [phrase];
    return contains(other.span, phrase.span) ? [] : [cut(phrase, other)];
  });
}

/** Whether a match begins and ends at the edges of words. */
const isBounded = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[from - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[to] ?? ' ');

/** A place without the day at its end: "at a rally in Ohio on Monday" -> "at a rally in Ohio". */
function withoutDay(text: string, place: Circumstance, { span: [day] }: Circumstance): Circumstance {
  const [start, end] = place.span;
  if (day <= start + 3 || day >= end) return place;
  return { kind: 'where', span: [start, start + text.slice(start, day).trimEnd().length] };
}
