import * as chrono from 'chrono-node';

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
  const [found, ...more] = chrono.parse(rest);
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
  const reference = published === null ? new Date() : new Date(`${published}T12:00:00`);
  const found = chrono.parse(phrase, reference)[0]?.start;
  if (!found) return null;
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')];
  if (year === null || month === null || day === null) return null;
  const dayIsNamed = found.isCertain('day') || found.isCertain('weekday');
  if (!dayIsNamed) return null;
  if (found.isCertain('year') && found.isCertain('month') && !relative(phrase)) return iso(year, month, day);
  if (published === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const limit = new Date(`${published}T00:00:00Z`);
  if (date > limit && !found.isCertain('year')) {
    if (found.isCertain('weekday')) date.setUTCDate(date.getUTCDate() - 7);
    else date.setUTCFullYear(date.getUTCFullYear() - 1);
  }
  return date.toISOString().slice(0, 10);
}

/** Whether a phrase counts from the day on which it was written ("yesterday"), so that it tells no year by itself. */
const relative = (phrase: string): boolean =>
  /\b(?:today|yesterday|tonight|tomorrow|ago|last|this|next|now|earlier|morning|evening|night)\b/i.test(
    phrase,
  ) && !/\b(?:19|20)\d\d\b/.test(phrase);

/** Whether a date in figures is one day in America and another in Europe: "06/01/2026". */
function isAmbiguous(text: string): boolean {
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(text.trim());
  return (
    figures !== null && Number(figures[1]) <= 12 && Number(figures[2]) <= 12 && figures[1] !== figures[2]
  );
}
