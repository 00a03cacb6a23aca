import { describe, expect, it } from 'vitest';
import { readPasted } from '../../src/intake/read-pasted.ts';
import { rereadDraft } from './drafts.ts';
import { BODY } from './outlets.ts';

const paste = (text: string, over: { title?: string; outlet?: string; url?: string } = {}) =>
  rereadDraft(readPasted({ text, title: null, outlet: null, url: null, ...over }));

describe('a pasted text', () => {
  it('has a paragraph for each line where no line is empty', () => {
    expect(paste(BODY.join('\r\n')).paragraphs).toEqual(BODY);
  });

  it('has paragraphs between empty lines, whose wrapped lines are joined', () => {
    const wrapped = BODY.map((text) => text.replace(/(.{50,70}) /g, '$1\n')).join('\n \n');
    expect(paste(wrapped).paragraphs).toEqual(BODY);
  });

  it('keeps lines apart that are no wrapped ones', () => {
    const text = `Bridge stays closed\n${BODY[0]}\n\nQ: Why?\nA: It moves.\n\n${BODY[1]}`;
    expect(paste(text)).toMatchObject({
      title: 'Bridge stays closed',
      paragraphs: [BODY[0], 'Q: Why?', 'A: It moves.', BODY[1]],
    });
  });

  it('has what is known of it, and tells the rest itself', () => {
    const text = `Bridge stays closed\n\nBy Ada Moss\n\nMarch 4, 2025\n\n${BODY.join('\n\n')}`;
    const known = {
      title: ' Bridge stays closed ',
      outlet: 'Gazette',
      url: 'https://gazette.example/b?utm_source=x',
    };
    expect(paste(text, known)).toEqual({
      title: 'Bridge stays closed',
      outlet: 'Gazette',
      byline: 'Ada Moss',
      published: '2025-03-04',
      url: 'https://gazette.example/b',
      paragraphs: BODY,
    });
  });

  it.each([
    ['Bay Courier, August 4, 2025', 'Bay Courier', '2025-08-04'],
    ['the bay courier (4 Aug 2025)', 'the bay courier', '2025-08-04'],
    ['4 August 2025, Bay Courier', 'Bay Courier', '2025-08-04'],
    ['Bay Courier 2025-08-04', 'Bay Courier', '2025-08-04'],
    ['August 4, 2025', null, '2025-08-04'],
    ['Bay Courier', 'Bay Courier', null],
    ['Bay Courier, August', 'Bay Courier, August', null],
    ['in The Gazette on 5 May 2025', 'The Gazette', '2025-05-05'],
    ['20 Minutes', '20 Minutes', null],
    ['In These Times', 'In These Times', null],
  ])('may be said to be printed somewhere on a day: %s', (told, outlet, published) => {
    expect(paste(BODY.join('\n'), { outlet: told })).toMatchObject({ outlet, published });
  });

  it('may tell where and when it was printed below its headline', () => {
    const head = 'Bridge stays closed\nBy Sven Oak\nHarbour Times, 5 May 2025\n\n';
    expect(paste(head + BODY.join('\n\n'))).toMatchObject({
      title: 'Bridge stays closed',
      byline: 'Sven Oak',
      outlet: 'Harbour Times',
      published: '2025-05-05',
      paragraphs: BODY,
    });
  });

  it.each(['', '   \n\t ', '\u00a0'])('of spaces is refused as an empty one: “%s”', (text) => {
    expect(() => paste(text)).toThrow(/text is empty/);
  });

  it.each(['hello', '!!! ??? ... ---', 'https://a.example/b'])(
    'without a sentence is refused: “%s”',
    (text) => {
      expect(() => paste(text)).toThrow(/no sentence/);
    },
  );

  it.each([
    ['www.raven.example/a', 'https://www.raven.example/a'],
    [' gazette.example:8080/b?c=1 ', 'https://gazette.example:8080/b?c=1'],
    ['<http://gazette.example/b>', 'http://gazette.example/b'],
  ])('has an address that lacks its beginning or has something around it: %s', (url, whole) => {
    expect(paste(BODY.join('\n'), { url })).toMatchObject({ url: whole, paragraphs: BODY });
  });

  it.each(['javascript:alert(1)', 'ftp://a.example', 'the Gazette', 'raven', '//', 'https://', '?'])(
    'is kept without an address that is none: %s',
    (url) => {
      expect(paste(BODY.join('\n'), { url })).toMatchObject({ url: null, paragraphs: BODY });
    },
  );
});
