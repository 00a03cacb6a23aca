/** Days of the Gregorian calendar, each written YYYY-MM-DD, so that they compare as texts do. */

const DAY = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const written = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A day by its numbers, the month from 1. Numbers past an end go on: day 0 is the last of the month before. */
export const dayOf = (year: number, month: number, day: number): string =>
  written(Date.UTC(year, month - 1, day));

/** Whether a month, from 1, has such a day in that year. */
export const hasDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);

/** How many days a month has. */
export const daysOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day so many days later, or earlier where `count` is below 0. */
export const addDays = (day: string, count: number): string => written(timeOf(day) + count * DAY);

/** How many days it is from one day to another. */
export const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / DAY;

/** The same day so many months later or earlier, or the last of that month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = partsOf(day);
  const [y, m] = partsOf(written(Date.UTC(year, month - 1 + count, 1)));
  return dayOf(y, m, Math.min(date, daysOf(y, m)));
}

/** The day of the week, from 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string): number => (new Date(timeOf(day)).getUTCDay() + 6) % 7;

/** A day's year, month (from 1) and day. */
export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

/** The day that it is on this machine. */
export function today(now: Date = new Date()): string {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
