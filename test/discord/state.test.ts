import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/discord/packing.ts';
import type { Query } from '../../src/discord/query.ts';
import { contextIds, readClick, turnerIds } from '../../src/discord/state.ts';
import { COMMANDS, idOf } from './samples.ts';

const query = (values: Query['values']): Query => ({ command: 'cards', values });
const QUESTIONS: readonly [string, string][] = [
  ['nothing', ''],
  ['a short one', 'who said it'],
  ['spaces at both ends', '  who  '],
  ['what separates the parts of a custom_id', 'a:b.c;w:1.'],
  ['80 characters', 'a'.repeat(80)],
  ['250 characters', 'who said it? '.repeat(20).slice(0, 250)],
  ['250 Cyrillic characters', 'хто це сказав? '.repeat(17).slice(0, 250)],
  ['250 characters of two code units each', '📰🗞️'.repeat(84).slice(0, 250)],
];

describe('the ids of the buttons that turn pages', () => {
  it.each(QUESTIONS)('tell command, options and page of %s', (_, question) => {
    const asked = query({ question, kind: 'direct' });
    const ids = turnerIds(asked, 12);
    if (!ids.fits) throw new Error('They do not fit.');
    const row = [ids.previous, ids.place, ids.next];
    expect(new Set(row).size).toBe(3);
    for (const id of row) expect(id.length).toBeLessThanOrEqual(100);
    expect(readClick(ids.previous, row, COMMANDS)).toEqual({
      kind: 'page',
      command: COMMANDS[0],
      query: asked,
      page: 11,
    });
    expect(readClick(ids.next, row, COMMANDS)).toEqual({
      kind: 'page',
      command: COMMANDS[0],
      query: asked,
      page: 13,
    });
  });

  it('tell all in the clicked one alone where the query is short', () => {
    const ids = turnerIds(query({ question: 'who' }), 1);
    expect(ids.fits && readClick(ids.next, [ids.next], COMMANDS)).toMatchObject({ page: 2 });
  });

  it('take a question of 250 characters beside other options', () => {
    const ids = turnerIds(
      query({ question: 'who said that? '.repeat(16), speaker: 'a'.repeat(100), kind: 'indirect' }),
      2,
    );
    expect(ids.fits).toBe(true);
  });

  it('say where a query is too long for them', () => {
    const noise = Array.from({ length: 900 }, (_, at) =>
      String.fromCodePoint(0x3400 + ((at * 7919) % 6500)),
    ).join('');
    const ids = turnerIds(query({ question: noise }), 1);
    expect(ids.fits).toBe(false);
    expect(readClick(ids.place, [ids.place], COMMANDS)).toBeNull();
  });
});

describe('a click', () => {
  const long = turnerIds(query({ question: 'a'.repeat(200) }), 2);
  if (!long.fits) throw new Error('It does not fit.');
  const row = [long.previous, long.place, long.next];

  it('asks for the paragraph around a statement', () => {
    const asked = query({ question: 'who said it '.repeat(20) });
    for (const { ids } of [contextIds([idOf(2), idOf(3)], null), contextIds([idOf(2), idOf(3)], asked)])
      expect(readClick(ids[1] ?? '', ids, COMMANDS)).toEqual({ kind: 'context', statement: idOf(3) });
  });

  it.each<[string, string, readonly string[]]>([
    ['a slice is missing', long.next, row.slice(1)],
    ['the slices are in another order', long.next, [...row].reverse()],
    ['a slice is there twice', long.next, [...row, long.next]],
    [
      'another way of writing is mixed in',
      long.next,
      [long.previous, long.place, long.next.replace('s', 'z')],
    ],
    ['it is packed wrongly', 'zn2:一一一.', ['zp1:一.', 'zh1:一.', 'zn2:一一一.']],
    ['there is no such command', 'wn2:gone.', ['wn2:gone.']],
    ['there is no such option', 'wn2:cards␟question␟a␟gone␟b.', []],
    ['a value is missing', 'wn2:cards␟question.', []],
    ['a required option is missing', 'wn2:cards.', []],
    ['a value is none of the choices', 'wn2:cards␟question␟a␟kind␟loud.', []],
    ['a value is too long', `wn2:cards␟question␟a␟speaker␟${'a'.repeat(101)}.`, []],
    ['the page is 0', 'wn0:cards␟question␟a.', []],
    ['the page is no number', 'wnx:cards␟question␟a.', []],
    ['the statement has another form', 'c:../../etc/passwd:1', []],
    ['it is not ours', 'vote-yes', []],
  ])('asks for nothing where %s', (_, id, others) => {
    expect(readClick(id, others, COMMANDS)).toBeNull();
  });

  it('never takes an option for what an object is born with', () => {
    expect(readClick('wn2:cards␟question␟a␟__proto__␟b.', [], COMMANDS)).toBeNull();
  });
});

describe('packing', () => {
  it.each(QUESTIONS)('gives back %s', (_, text) => {
    expect(unpack(pack(text))).toBe(text);
  });

  it('gives back texts of every length', () => {
    for (let length = 0; length < 200; length++) {
      const text = Array.from({ length }, (_, at) =>
        String.fromCodePoint(32 + ((at * 37 + length) % 900)),
      ).join('');
      expect(unpack(pack(text))).toBe(text);
    }
  });

  it('halves a sentence, and uses letters that no normalisation changes', () => {
    const text = 'who said that membership of the alliance is unlikely for the time being?';
    expect(pack(text).length).toBeLessThan(text.length * 0.6);
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(pack(text).normalize(form)).toBe(pack(text));
  });

  it.each(['', 'a', '一', '一丁', '\u9fff\u4e01', '漢字漢字', '📰'])('takes no foreign text: %j', (text) => {
    expect(unpack(text)).toBeNull();
  });

  it('unpacks no more than a query can be', () => {
    expect(unpack(pack('a'.repeat(100_000)))).toBeNull();
  });
});
