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
    '(?:over|during) the weekend|(?:earlier|later|late|early) in the (?:day|week|month|year|morning|afternoon|evening)',
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
/** What is a place together with a name before it: "on the Senate floor", "on CNN’s “State of the Union”". */
const PART_OF =
  '(?: (?:floor|website|site|page|account|show|programme|program|podcast|app|radio|television|TV|stage|newspaper)(?![\\p{L}-])| [“"‘][^“”"‘]{1,50}[”"’])';

/** How news tells where something was said: an event, a place or a channel with a name. */
const WHERE = new RegExp(
  [
    `(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Aa]fter|[Ff]ollowing|[Vv]ia|[Bb]y) (?:(?:an?|the|his|her|their|its|one|this|that|another) )?(?:${WORD} ){0,4}?${EVENT}(?![\\p{L}-])${TAIL}{0,2}${PART_OF}?`,
    `(?:[Oo]n|[Vv]ia|[Aa]board) ${NAME}${PART_OF}?`,
    `[Aa]t ${NAME}${TAIL}?`,
    `[Ii]n (?:the )?${NAMED}(?: ${NAMED}){0,2}(?:, ${NAMED}(?=[,.;]|$))?`,
    `[Oo]utside (?:${NAME}|(?:the|a|an|his|her|their) ${WORD}(?= ${NAME}|[,.;]|$))`,
    `[Bb]y (?:tele)?phone(?: from ${NAME})?`,
    '[Oo]n (?:(?:live|state|national|local|cable|public|social) )?(?:television|TV|radio|media)|[Oo]n (?:the )?(?:campaign trail|air|stage)',
    '[Ii]n (?:parliament|court)(?![\\p{L}-])',
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'gu',
);

/** The two kinds of circumstances that news gives of a statement. */
export type Circumstance = { readonly kind: 'when' | 'where'; readonly span: Span };

/**
 * Finds the phrases of a stretch that tell when ("on March 16") and where ("in a recent speech at the Warsaw School of
 * Economics") something happened, in the order of the text. A day may lie within a place that it belongs to: "in a Sunday
 * interview". Whether a phrase belongs to the act of saying or to what was said is for the caller to tell.
 */
export function findCircumstances(text: string, span: Span): readonly Circumstance[] {
  const reading = readingOf(text, span);
  return apart(reading.text, find(reading.text, WHEN), find(reading.text, WHERE))
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ kind, span: [start, end] }) => ({ kind, span: [reading.startOf(start), reading.endOf(end)] }));
}

/** Where a pattern stands in a text as whole words. (matchAll would compile the long patterns anew for each paragraph.) */
function find(text: string, pattern: RegExp): readonly Span[] {
  const found: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const span: Span = [match.index, match.index + match[0].length];
    if (isBounded(text, ...span)) found.push(span);
  }
  return found;
}

/** Days and places, both in order, so that what both patterns found is told once. */
function apart(text: string, days: readonly Span[], places: readonly Span[]): Circumstance[] {
  const found: Circumstance[] = [];
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
  /^\w+ (?:(?:an?|the|his|her|their|its) (?:[\p{L}-]{1,20} )?)?$/u.test(text.slice(place[0], day[0]));

/** Whether a match begins and ends at the edges of words. */
const isBounded = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[from - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[to] ?? ' ');
