import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
let loaded: typeof import('chrono-node/en') | undefined;

/** Read at the first date, and English alone: all languages together are some hundred files that every start would wait for. */
function chrono(): typeof import('chrono-node/en') {
  loaded ??= load('chrono-node/en') as typeof import('chrono-node/en');
  return loaded;
}

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * The day that a whole text names with its year, as YYYY-MM-DD: "20 February 2024" -> "2024-02-20".
 * Null where the text says anything more or less than one day, or doesn't tell its year.
 */
export function readFullDate(text: string): string | null {
  const rest = text
    .trim()
    .replace(/^(?:published|updated|posted|date)\b[:\s]*(?:on\s+)?/i, '')
    .replace(/[|·•,–—-]\s*$/, '');
  if (rest.length > 80 || !/\d{4}/.test(rest) || isAmbiguous(rest)) return null;
  const [found, ...more] = chrono().parse(rest);
  if (!found || more.length > 0 || found.text.length < rest.trim().length * 0.6) return null;
  const { start } = found;
  if (!start.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) return null;
  return iso(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}

/**
 * The day that a phrase of an article means, as YYYY-MM-DD: "on March 16" in an article of 2016-03-20 -> "2016-03-16".
 * What was said was said before it was printed, so a day without a year is the last such day up to `published`.
 * Null where the phrase names no single day, or where neither it nor `published` tells the year.
 */
export function resolveDay(phrase: string, published: string | null): string | null {
  if (/^(?:earlier )?this (?:morning|afternoon|evening)$/i.test(phrase)) return published;
  if (isMoreThanADay(phrase) || (published === null && !YEAR.test(phrase))) return null;
  const reference = published === null ? new Date() : new Date(`${published}T12:00:00`);
  const found = chrono().parse(phrase, reference)[0]?.start;
  if (!found?.isCertain('day') && !found?.isCertain('weekday')) return null;
  const [year, month, day] = [found.get('year') ?? 0, found.get('month') ?? 0, found.get('day') ?? 0];
  if (found.isCertain('year') && found.isCertain('month') && !relative(phrase))
    return dayOf(year, month, day);
  if (published === null) return null;
  const told = dayOf(year, month, day);
  if (told === null || told <= published || found.isCertain('year')) return told;
  return found.isCertain('weekday') ? dayOf(year, month, day - 7, true) : dayOf(year - 1, month, day);
}

/**
 * The day that a whole text tells as people type it, as YYYY-MM-DD, read in any of the ways in which dates are written: "Saturday, 2 August
 * 2016 at 5pm", "two fridays ago". A day without a year is the last one up to `today`. Null where the text says anything else.
 */
export function readTypedDay(text: string, today: string): string | null {
  const typed = text.trim();
  if (typed.length > 80 || isAmbiguous(typed)) return null;
  const [found] = chrono().parse(typed, new Date(`${today}T12:00:00`));
  if (!found || found.text.length < typed.length) return null;
  const { start } = found;
  if (!start.isCertain('day') && !start.isCertain('weekday')) return null;
  const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
  const told = dayOf(year, month, day);
  const isLater = told !== null && told > today && !start.isCertain('year');
  if (!isLater) return told;
  return start.isCertain('weekday') ? dayOf(year, month, day - 7, true) : dayOf(year - 1, month, day);
}

/** Whether a date in figures is one day in America and another in Europe: "06/01/2026". */
export function isAmbiguous(text: string): boolean {
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(text.trim());
  return (
    figures !== null && Number(figures[1]) <= 12 && Number(figures[2]) <= 12 && figures[1] !== figures[2]
  );
}

const YEAR = /\b(?:19|20)\d\d\b/;

/** Whether a phrase names a longer time than a day, or counts from another day than that of the article, or lies ahead. */
function isMoreThanADay(phrase: string): boolean {
  if (/\bnext\b|\b(?:earlier|later|before|after)$|\b(?:earlier|later|late|early) in the\b/i.test(phrase))
    return true;
  const longer = /\b(?:weeks?|weekend|months?|years?|decades?|summer|spring|fall|autumn|winter)\b/i;
  return longer.test(phrase) && !/\d{1,2}\b|day\b/i.test(phrase);
}

/** A day as YYYY-MM-DD; null where the month has no such day. With `counted`, days before the first are the month's before. */
function dayOf(year: number, month: number, day: number, counted = false): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!counted && date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Whether a phrase counts from the day on which it was written ("yesterday"), so that it tells no year by itself. */
const relative = (phrase: string): boolean =>
  /\b(?:today|yesterday|tonight|tomorrow|ago|last|this|next|now|earlier|morning|evening|night)\b/i.test(
    phrase,
  ) && !/\b(?:19|20)\d\d\b/.test(phrase);
