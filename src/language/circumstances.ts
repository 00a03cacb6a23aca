import { contains, type Span } from './span.ts';

const DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)';
const YEAR = '(?:19|20)\\d\\d';
const DATE = `(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? ${YEAR})?`;
const PART = '(?: (?:morning|afternoon|evening|night))?';
const NUMBER = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of|some|a)';

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
  "(?:\\p{Lu}[\\p{L}\\p{N}&’'-]*(?:\\.\\p{L}+)*\\.?(?<!\\p{Ll}\\p{Ll}\\.)|\\p{N}+(?:st|nd|rd|th)?)";
const NAME = `(?:the |The )?${NAMED}(?:(?: of| of the| for| and| in| on| de)? ${NAMED}){0,6}`;
const EVENT =
  '(?:speech|interview|statement|rally|rallies|news conference|press conference|conference|briefing|meeting|debate|hearing|tweets?|posts?|message|letter|memo|e-?mail|op-ed|column|essay|article|editorial|book|memoir|video|address|remarks|call|summit|event|forum|appearance|town hall|report|podcast|show|programme|program|ceremony|session|testimony|fundraiser|panel|visit|trip|dinner|lecture|sermon|monologue|phone call|telephone interview|broadcast|filing|ruling|opinion|survey|poll|study|blog|note|series of tweets|stop|discussion|talk|convention|breakfast|luncheon|lunch|match|game|chat)';
const WORD = "[\\p{L}\\p{N}’'.-]+";
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
export function findCircumstances(text: string, [start, end]: Span): readonly Circumstance[] {
  const stretch = text.slice(start, end);
  const at = (kind: 'when' | 'where', pattern: RegExp): Circumstance[] =>
    [...stretch.matchAll(pattern)]
      .filter((match) => isBounded(stretch, match.index, match.index + match[0].length))
      .map((match) => ({
        kind,
        span: [start + match.index, start + match.index + match[0].length] as const,
      }));
  const when = at('when', WHEN);
  const where = at('where', WHERE).map((place) => withoutDay(text, place, when));
  const places = where.filter(({ span }) => !when.some((day) => contains(day.span, span)));
  const days = when.filter(({ span }) => !places.some((place) => contains(place.span, span)));
  return [...days, ...places].sort((a, b) => a.span[0] - b.span[0]);
}

/** Whether a match begins and ends at the edges of words. */
const isBounded = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[from - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[to] ?? ' ');

/** A place without the day at its end: "at a rally in Ohio on Monday" -> "at a rally in Ohio". */
function withoutDay(text: string, place: Circumstance, when: readonly Circumstance[]): Circumstance {
  const day = when.find(({ span }) => span[0] > place.span[0] + 3 && span[0] < place.span[1]);
  if (!day) return place;
  const end = place.span[0] + text.slice(place.span[0], day.span[0]).trimEnd().length;
  return { kind: 'where', span: [place.span[0], end] };
}
