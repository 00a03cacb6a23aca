import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type KnownSource, readKnownSources, scoreSpeakers } from '../../bench/score-quotes-speakers.ts';

const folder = mkdtempSync(join(tmpdir(), 'speakers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KNOWN: KnownSource = {
  file: 'bridge.txt',
  source: [10, 20],
  text: 'the mayor',
  type: 'role',
  names: ['Ann María Lee'],
  nobody: false,
};

/** How a known source comes out where a quote with the same source has this speaker. */
function outcome(speaker: string | null, known: Partial<KnownSource> = {}): string | undefined {
  const scores = scoreSpeakers([{ ...KNOWN, ...known }], () => [{ source: [[12, 30]], speaker }]).get('all');
  return Object.entries(scores ?? {}).find(([, count]) => count === 1)?.[0];
}

describe('figures of speakers', () => {
  it.each([
    ['right', 'Ann María Lee'],
    ['right, without a middle name and accents', 'ann lee'],
    ['right, with a title', 'Mayor Ann Maria Lee'],
  ])('has a name %s', (_, name) => expect(outcome(name)).toBe('right'));

  it.each([
    ['of somebody else', 'Bob Moss'],
    ['of one word alone', 'Lee'],
    ["of the speaker's child", 'Ann María Lee Jr.'],
  ])('has a name wrong that is %s', (_, name) => expect(outcome(name)).toBe('wrong'));

  it('has a source unnamed without a name, or with no more than its own words', () => {
    expect(outcome(null)).toBe('unnamed');
    expect(outcome('Mayor')).toBe('unnamed');
  });

  it("has nobody's name right where none is given", () => {
    const nobody = { names: [], nobody: true };
    expect(outcome(null, nobody)).toBe('right');
    expect(outcome('the mayor', nobody)).toBe('right');
    expect(outcome('Bob Moss', nobody)).toBe('wrong');
  });

  it('tells sources that no quote has', () =>
    expect(outcome('Ann Lee', { source: [30, 40] })).toBe('not found'));

  it('counts by type', () => {
    const sources = [KNOWN, { ...KNOWN, type: 'pronoun' }, { ...KNOWN, type: 'pronoun' }];
    const scores = scoreSpeakers(sources, () => [{ source: [[10, 20]], speaker: 'Ann Lee' }]);
    expect([...scores].map(([type, { right }]) => [type, right])).toEqual([
      ['all', 3],
      ['pronoun', 2],
      ['role', 1],
    ]);
  });

  it('reads a file of speakers, and names the line that is none', () => {
    const file = join(folder, 'speakers.jsonl');
    writeFileSync(file, `${JSON.stringify(KNOWN)}\n\n`);
    expect(readKnownSources(file)).toEqual([KNOWN]);
    writeFileSync(file, `${JSON.stringify(KNOWN)}\n{"file": "a.txt"`);
    expect(() => readKnownSources(file)).toThrow('line 2: it is no JSON');
  });
});
