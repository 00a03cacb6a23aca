import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../src/discord/rate-limit.ts';

describe('a limit of two uses in ten seconds', () => {
  let time = 0;
  const limit = () => {
    time = 0;
    return createRateLimit(2, 10_000, () => time);
  };

  it('lets two in, tells of the third, and is silent about the others', () => {
    const admit = limit();
    expect(['a', 'a', 'a', 'a', 'a'].map((person) => admit(person))).toEqual([
      'free',
      'free',
      'full',
      'still-full',
      'still-full',
    ]);
  });

  it('is not used up by being asked about', () => {
    const admit = limit();
    for (let time = 0; time < 5; time++) expect(admit('a', false)).toBe('free');
    expect([admit('a'), admit('a'), admit('a', false), admit('a')]).toEqual(['free', 'free', 'full', 'full']);
  });

  it('lets one in again for each that is ten seconds ago, and then tells anew', () => {
    const admit = limit();
    admit('a');
    time = 4000;
    expect([admit('a'), admit('a')]).toEqual(['free', 'full']);
    time = 10_000;
    expect([admit('a'), admit('a')]).toEqual(['free', 'full']);
    time = 14_000;
    expect(admit('a')).toBe('free');
  });

  it('is each person’s own, however many there are', () => {
    const admit = limit();
    for (let at = 0; at < 5000; at++) {
      time += 1;
      expect(admit(`person ${at}`)).toBe('free');
    }
    expect([admit('a'), admit('a'), admit('a'), admit('b')]).toEqual(['free', 'free', 'full', 'free']);
  });
});
