import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SEED, SEED_FILE } from './news.ts';

describe('the first article', () => {
  it('keeps its text as it stands on disk', () => {
    expect(SEED.text).toBe(readFileSync(SEED_FILE, 'utf8'));
  });

  it('has the first line for its title and the outlet that it says it comes from', () => {
    expect(SEED.title).toBe(
      'Rutte stresses long-term NATO prospects for Ukraine despite no membership in current peace deal',
    );
    expect(SEED.outlet).toBe('Caliber.Az');
    expect(SEED.byline).toBe('Tamilla Hasanova');
  });

  it('has no date and no address, as its text tells neither', () => {
    expect(SEED.published).toBeNull();
    expect(SEED.url).toBeNull();
  });

  it('has nine paragraphs between title and byline, counted from one', () => {
    expect(SEED.paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const starts = SEED.paragraphs.map(({ span }) => SEED.text.slice(...span).slice(0, 12));
    expect(starts).toEqual([
      'In a recent ',
      'However, he ',
      '“We have nev',
      'He further n',
      'Rutte also h',
      'In addition,',
      'Meanwhile, U',
      'Ukrainian Fo',
      'Additionally',
    ]);
    expect(SEED.text.slice(...(SEED.paragraphs[8]?.span ?? [0, 0]))).toMatch(/member states\.$/);
  });
});
