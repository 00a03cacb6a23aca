import { findPlaces, isBounded, isOccasion } from './place-phrases.ts';
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
    `(?:earlier |late |early |later )?(?:[Tt]his|[Ll]ast|that|next) (?:week|weekend|month|year|morning|afternoon|evening|night|summer|spring|fall|autumn|winter|${DAY}|${MONTH})`,
    `${DAY}${PART}`,
    `${DATE}`,
    `${NUMBER} (?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:ago|earlier|later|before)`,
    '(?:earlier |late |later )?(?:yesterday|today|tonight)(?: (?:morning|afternoon|evening))?',
    'the (?:day|week|month|year) before',
    '(?:over|during) the weekend|(?:earlier|later|late|early) in the (?:day|week|month|year|morning|afternoon|evening)',
    'recently',
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'g',
);

/** The two kinds of circumstances that news gives of a statement. */
export type Circumstance = {
  readonly kind: 'when' | 'where';
  readonly span: Span;
  /** As it is read. */
  readonly words: string;
  /** Whether it names an occasion or a medium, on which people speak, rather than a town or a time alone. */
  readonly occasion: boolean;
};

/**
 * Finds the phrases of a stretch that tell when ("on March 16") and where ("in a recent speech at the Warsaw School of
 * Economics") something happened, in the order of the text. A day may lie within a place that it belongs to: "in a Sunday
 * interview". Whether a phrase belongs to the act of saying or to what was said is for the caller to tell.
 */
export function findCircumstances(text: string, span: Span): readonly Circumstance[] {
  const reading = readingOf(text, span);
  const read = reading.text;
  return apart(read, find(read), findPlaces(read))
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ kind, span: [start, end] }) => ({
      kind,
      span: [reading.startOf(start), reading.endOf(end)],
      words: read.slice(start, end),
      occasion: kind === 'where' && isOccasion(read.slice(start, end)),
    }));
}

/** Finds the phrases of time alone, in the order of the text. */
export function findTimes(text: string, span: Span): readonly Span[] {
  const reading = readingOf(text, span);
  return find(reading.text).map(([start, end]) => [reading.startOf(start), reading.endOf(end)]);
}

/** Where times stand in a text. (matchAll would compile the long pattern anew for each paragraph.) */
function find(text: string): readonly Span[] {
  const found: Span[] = [];
  WHEN.lastIndex = 0;
  for (let match = WHEN.exec(text); match; match = WHEN.exec(text)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (isBounded(text, from, to)) found.push([from, to]);
    else WHEN.lastIndex = from + 1;
  }
  return found;
}

type Found = Pick<Circumstance, 'kind' | 'span'>;

/** Days and places, both in order, so that what both patterns found is told once. */
function apart(text: string, days: readonly Span[], places: readonly Span[]): Found[] {
  const found: Found[] = [];
  let next = 0;
  for (const place of places) {
    for (; next < days.length && (days[next]?.[1] ?? 0) <= place[0]; next++)
      found.push({ kind: 'when', span: days[next] as Span });
    const day = days[next];
    const where = day && overlap(day, place) ? withoutDay(text, place, day) : place;
    if (where) found.push({ kind: 'where', span: where });
    while (where && next < days.length && (days[next]?.[0] ?? 0) < where[1]) {
      const within = days[next++] as Span;
      if (!contains(where, within) || isAttribute(text, where, within))
        found.push({ kind: 'when', span: within });
    }
  }
  for (const day of days.slice(next)) found.push({ kind: 'when', span: day });
  return found;
}

/**
 * A place without the day that stands in it: "at a rally in Ohio on Monday" -> "at a rally in Ohio", "on Monday in Le Monde"
 * -> "in Le Monde". A day that describes the event stays: "in a Sunday interview". Null where nothing is left.
 */
function withoutDay(text: string, place: Span, day: Span): Span | null {
  if (isAttribute(text, place, day)) return place;
  if (day[0] > place[0] + 3) return [place[0], place[0] + text.slice(place[0], day[0]).trimEnd().length];
  const rest = /^,? (?=(?:in|at|on|during|after|following|via|outside) )/.exec(text.slice(day[1], place[1]));
  return rest ? [day[1] + rest[0].length, place[1]] : null;
}

/** Whether a day stands before the event that a place names: "during Tuesday’s debate". */
const isAttribute = (text: string, place: Span, day: Span): boolean =>
  day[1] < place[1] &&
  (/^\w+ (?:(?:an?|the|his|her|their|its) (?:[\p{L}-]{1,20} )?)?$/u.test(text.slice(place[0], day[0])) ||
    /[“"‘']$/.test(text.slice(place[0], day[0])) ||
    (day[0] === place[0] && /^[’']s? /.test(text.slice(day[1], day[1] + 3))));
