import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/quotes/quotation-marks.ts';

/** What stands between quotation marks in a text; "…" at its end where the marks are not closed. */
const quoted = (text: string) =>
  findQuotations(text, [0, text.length]).map(
    ({ inner, closed }) => text.slice(...inner) + (closed ? '' : '…'),
  );

describe('quotation marks', () => {
  it.each([
    ['straight', '"One," he said.'],
    ['curly', '“One,” he said.'],
    ['closed like German ones', '“One,“ he said.'],
    ['Swedish', '”One,” he said.'],
    ['low', '„One,“ he said.'],
    ['low and closed as in English', '„One,” he said.'],
    ['French', '«One,» he said.'],
    ['German guillemets', '»One,« he said.'],
    ['single guillemets', '‹One,› he said.'],
    ['British', '‘One,’ he said.'],
    ['single, low', '‚One,‘ he said.'],
    ['single and straight', "'One,' he said."],
    ['double apostrophes', "''One,'' he said."],
    ['TeX', "``One,'' he said."],
    ['curly at first and straight then', '“One," he said.'],
    ['behind a colon without a space', 'He said:"One,"'],
    ['in brackets', 'He said so ("One,").'],
    ['behind a dash', 'He said—"One,"—and left.'],
  ])('may be %s', (_, text) => {
    expect(quoted(text)).toEqual(['One,']);
  });

  it('may be French, with the spaces that French has', () => {
    expect(quoted('« Oui », dit-il. «\u00a0Non\u00a0»')).toEqual([' Oui ', '\u00a0Non\u00a0']);
  });

  it.each([
    ['&quot;One,&quot; he said.', 'One,'],
    ['&#8220;It isn&#8217;t,&#8221; he said.', 'It isn&#8217;t,'],
    ['&lsquo;It isn&rsquo;t,&rsquo; he said.', 'It isn&rsquo;t,'],
    ['&amp;quot;One,&amp;quot; he said.', 'One,'],
    ['**"One,"** he said.', 'One,'],
    ['\\"One,\\" he said.', 'One,'],
  ])('may be written as entities or stand in Markdown: %s', (text, words) => {
    expect(quoted(text).map((found) => found.replace(/\\$/, ''))).toEqual([words]);
  });

  it('have their own places, as they are written', () => {
    const text = 'He said &quot;no&quot; twice.';
    expect(findQuotations(text, [0, text.length])).toEqual([
      { outer: [8, 22], inner: [14, 16], closed: true },
    ]);
  });

  it.each([
    ["'It isn't ours, and we won't wait,' he said.", "It isn't ours, and we won't wait,"],
    ['‘It is the workers’ turn, and the dogs’ too,’ he said.', 'It is the workers’ turn, and the dogs’ too,'],
    ["''We're late, and it isn't Bell's fault,'' he said.", "We're late, and it isn't Bell's fault,"],
    ['“Rock ’n’ roll in the ’90s,” he said.', 'Rock ’n’ roll in the ’90s,'],
  ])('may hold apostrophes: %s', (text, words) => {
    expect(quoted(text)).toEqual([words]);
  });

  it.each([
    "the workers' turn and Bell's",
    "rock 'n' roll in the '90s",
    "let 'em go",
    '6\'2" tall',
    'the 12" pipe',
  ])('are not apostrophes, feet and inches: %s', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  it('stand around other quotation marks as one', () => {
    expect(quoted('“They say ‘no’ and ‘never’,” he said.')).toEqual(['They say ‘no’ and ‘never’,']);
    expect(quoted('‘They say “no” and “never”,’ he said.')).toEqual(['They say “no” and “never”,']);
    expect(quoted('"They say \'no\'," he said.')).toEqual(["They say 'no',"]);
    expect(quoted('“I heard ‘It is “late”.’ ”')).not.toEqual([]);
  });

  it('that nothing closes reach the end of the paragraph, or where they open anew', () => {
    expect(quoted('He said: “One. Two. ')).toEqual(['One. Two.…']);
    expect(quoted('“One. “Two,” he said.')).toEqual(['One.…', 'Two,']);
    expect(quoted('It is the dogs‘ dinner.')).toEqual([]);
  });

  it('with nothing between them are none', () => {
    expect(quoted('"" “” «» “ ” \'\'')).toEqual([]);
  });

  it('may be a word’s only', () => {
    expect(quoted('The "phased" approach and the so-called “bridge tax”')).toEqual(['phased', 'bridge tax']);
  });
});
