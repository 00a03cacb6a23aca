import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshness, waitAfterFailure, waitAfterSuccess } from '../../src/libraries/feed-times.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_700_000_000_000;
const even = () => 0.5;

const wait = (since: number, { hasBrought = false, wish = 0 } = {}, random = even) =>
  waitAfterSuccess({ addedAt: 0, broughtAt: NOW - since }, { hasBrought, wish, now: NOW }, random) / MINUTE;

describe('How long a feed is left alone that could be had', () => {
  it('grows with the time since it last brought something, from 10 minutes to 6 hours', () => {
    expect(wait(0)).toBe(10);
    expect(wait(HOUR)).toBe(15);
    expect(wait(8 * HOUR)).toBe(120);
    expect(wait(24 * HOUR)).toBe(360);
    expect(wait(1000 * HOUR)).toBe(360);
  });

  it('counts from when it was added, where it has brought nothing yet', () => {
    const feed = { addedAt: NOW - 4 * HOUR, broughtAt: null };
    expect(waitAfterSuccess(feed, { hasBrought: false, wish: null, now: NOW }, even)).toBe(HOUR);
  });

  it('is no more than 15 minutes where it has just brought something', () => {
    expect(wait(10 * MINUTE, { hasBrought: true })).toBe(10);
    expect(wait(1000 * HOUR, { hasBrought: true })).toBe(15);
  });

  it('is no less than the feed asks for, up to 6 hours', () => {
    expect(wait(0, { wish: HOUR })).toBeGreaterThanOrEqual(60);
    expect(wait(0, { wish: 5 * MINUTE })).toBe(10);
    expect(wait(0, { wish: 1000 * HOUR })).toBeLessThanOrEqual(360 * 1.1);
  });

  it('is moved by chance by a tenth at most, and never below what was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 * HOUR }),
        fc.integer({ min: 0, max: 10 * HOUR }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (since, wish, chance) => {
          const usual = wait(since);
          const moved = wait(since, {}, () => chance);
          expect(Math.abs(moved - usual)).toBeLessThanOrEqual(usual * 0.1 + 1e-9);
          expect(wait(since, { wish }, () => chance)).toBeGreaterThanOrEqual(
            Math.min(wish, 6 * HOUR) / MINUTE,
          );
        },
      ),
    );
    expect(wait(HOUR, {}, () => 0)).toBeCloseTo(13.5);
    expect(wait(HOUR, {}, () => 0.999999)).toBeCloseTo(16.5);
  });
});

describe('How long a feed is left alone that could not be had', () => {
  const waited = (failures: number, retryAfter: number | null = null, random = even) =>
    waitAfterFailure({ failures, retryAfter }, random) / MINUTE;

  it('doubles with each failure, up to a day', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1000].map((failures) => waited(failures))).toEqual([
      15, 30, 60, 120, 240, 480, 960, 1440, 1440,
    ]);
  });

  it('is no less than the server asks for, whatever chance says', () => {
    for (const chance of [0, 0.5, 0.999]) {
      expect(waited(1, 2 * HOUR, () => chance)).toBeGreaterThanOrEqual(120);
      expect(waited(1, 72 * HOUR, () => chance)).toBeGreaterThanOrEqual(72 * 60);
    }
    expect(waited(3, MINUTE)).toBe(60);
  });
});

describe('How long an answer holds', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=1800' }, 30],
    [{ 'cache-control': 'max-age="600"' }, 10],
    [{ 'cache-control': 'Max-Age=1800', age: '600' }, 20],
    [{ 'cache-control': 'max-age=60', age: '600' }, 0],
    [{ 'cache-control': 's-maxage=600' }, null],
    [{ 'cache-control': 'no-cache' }, null],
    [{ 'cache-control': 'max-age=soon' }, null],
    [{}, null],
  ])('%j', (headers, minutes) => {
    expect(freshness(headers)).toBe(minutes === null ? null : minutes * MINUTE);
  });
});
