import { describe, expect, it } from 'vitest';
import { checkMessage, choicesWithin, clip, LIMITS, shareOut } from '../../src/discord/limits.ts';

const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, label = 'Go') => ({ type: 2, style: 2, custom_id, label });

describe('clipping', () => {
  it('leaves a text that fits as it is', () => {
    expect(clip('Kyiv wants NATO', 15)).toBe('Kyiv wants NATO');
  });

  it('ends at a word, with […] within the limit', () => {
    expect(clip('Kyiv very much wants NATO membership', 22)).toBe('Kyiv very much […]');
    expect(clip('Kyiv very much wants NATO membership', 24)).toBe('Kyiv very much wants […]');
  });

  it('cuts a text without spaces between two characters', () => {
    expect(clip('漢'.repeat(30), 10)).toBe('漢漢漢漢漢漢 […]');
  });

  it.each(['🇺🇦', '👩‍👩‍👧‍👦', 'é', '📰'])('never cuts within %s', (grapheme) => {
    const many = grapheme.repeat(40);
    for (let max = 5; max < 60; max++) {
      const clipped = clip(many, max);
      expect(clipped.length).toBeLessThanOrEqual(max);
      expect(clipped.replace(' […]', '').length % grapheme.length).toBe(0);
    }
  });

  it('keeps to a limit that is too small for […]', () => {
    expect(clip('abcdef', 3)).toBe('abc');
    expect(clip('📰📰', 1)).toBe('');
  });
});

describe('a budget', () => {
  it('is shared out fairly, what one does not want going to the others', () => {
    expect(shareOut([10, 100, 40], 100)).toEqual([10, 50, 40]);
    expect(shareOut([100, 100, 100], 100)).toEqual([33, 33, 34]);
    expect(shareOut([10, 20], 100)).toEqual([10, 20]);
    expect(shareOut([10], -5)).toEqual([0]);
  });
});

describe('choices', () => {
  it('are at most 25', () => {
    expect(
      choicesWithin(Array.from({ length: 26 }, (_, at) => ({ name: `${at}`, value: `${at}` }))),
    ).toHaveLength(25);
  });

  it('have names of at most 100 characters, on one line', () => {
    const [choice] = choicesWithin([{ name: `${'word '.repeat(30)}\nend`, value: 'a' }]);
    expect(choice?.name.length).toBeLessThanOrEqual(100);
    expect(choice?.name).toMatch(/^(?:word )+\[…\]$/);
  });

  it('are left out where their value could not be sent', () => {
    const values = ['a'.repeat(101), '', 'a'.repeat(100)];
    expect(choicesWithin(values.map((value) => ({ name: 'a', value })))).toEqual([
      { name: 'a', value: values[2] },
    ]);
  });
});

describe('a message', () => {
  it('of 40 components is taken, of 41 refused, however they are nested', () => {
    const nested = (count: number) => [{ type: 17, components: Array(count - 1).fill(text('a')) }];
    expect(() => checkMessage(nested(LIMITS.components))).not.toThrow();
    expect(() => checkMessage(nested(LIMITS.components + 1))).toThrow(
      'at most 40 components in a message, here are 41',
    );
    const section = { type: 9, components: [text('a')], accessory: button('a') };
    expect(() => checkMessage([{ type: 17, components: [...Array(37).fill(text('a')), section] }])).toThrow(
      '41',
    );
  });

  it('of 4000 characters is taken, of 4001 refused', () => {
    expect(() => checkMessage([text('a'.repeat(2000)), text('a'.repeat(2000))])).not.toThrow();
    expect(() => checkMessage([text('a'.repeat(2000)), text('a'.repeat(2001))])).toThrow('at most 4000');
  });

  it('with a custom_id of 101 characters is refused', () => {
    expect(() => checkMessage([button('a'.repeat(100))])).not.toThrow();
    expect(() => checkMessage([button('a'.repeat(101))])).toThrow('at most 100 characters in a custom_id');
  });

  it('with a label of 81 characters is refused', () => {
    expect(() => checkMessage([button('a', 'a'.repeat(81))])).toThrow('at most 80 characters in a label');
  });

  it('with six buttons in a row is refused', () => {
    const row = (count: number) => [
      { type: 1, components: Array.from({ length: count }, (_, at) => button(`${at}`)) },
    ];
    expect(() => checkMessage(row(5))).not.toThrow();
    expect(() => checkMessage(row(6))).toThrow('at most 5 buttons in a row');
  });

  it('with a menu of 26 people, or a text of 101 characters in one, is refused', () => {
    const option = { label: 'a', value: 'a', description: 'a' };
    const menu = (options: readonly object[], placeholder = 'Which?') => [
      { type: 1, components: [{ type: 3, custom_id: 'm', placeholder, options }] },
    ];
    expect(() => checkMessage(menu(Array(25).fill(option), 'a'.repeat(150)))).not.toThrow();
    expect(() => checkMessage(menu(Array(26).fill(option)))).toThrow('at most 25 options in a menu');
    expect(() => checkMessage(menu([option], 'a'.repeat(151)))).toThrow('at most 150 characters');
    for (const part of ['label', 'value', 'description']) {
      const long = { ...option, [part]: 'a'.repeat(101) };
      expect(() => checkMessage(menu([long]))).toThrow(`at most 100 characters in a ${part} of a menu`);
    }
  });

  it('with the same custom_id twice is refused', () => {
    expect(() => checkMessage([button('a'), button('a')])).toThrow('twice');
  });
});
