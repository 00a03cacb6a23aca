import { describe, expect, it } from 'vitest';
import { linkTo } from '../../src/replies/link.ts';

const URL_ = 'https://gazette.example/bridge';

/** The passage that a browser looks for: the directive's parts, read as the text fragment specification has it. */
const lookedFor = (link: string) =>
  link
    .slice(link.indexOf(':~:text=') + ':~:text='.length)
    .split(',')
    .map(decodeURIComponent);

describe('a link to the words of an article', () => {
  it('holds them where they are few', () => {
    expect(linkTo(URL_, 'the bridge was safe')).toBe(`${URL_}#:~:text=the%20bridge%20was%20safe`);
  });

  it('holds the first and the last of them where they are many', () => {
    const link = linkTo(URL_, 'one two three four five six seven eight nine ten eleven twelve');
    expect(lookedFor(link)).toEqual(['one two three four', 'nine ten eleven twelve']);
  });

  it.each([
    'ten, or so',
    'long-term',
    'bread & butter',
    '100% sure',
    'who? me!',
    '“so”, he said',
    'naïve café',
    'a#b',
    'a+b',
    '🦆',
  ])('escapes what means something in a link: %s', (words) => {
    const link = linkTo(URL_, words);
    expect(link.slice(URL_.length + ':~:text='.length + 1)).not.toMatch(/[,&\-#\s“”]/);
    expect(lookedFor(link)).toEqual([words]);
    expect(new URL(link).href).toBe(link);
  });

  it('escapes commas, dashes and ampersands in figures', () => {
    expect(linkTo(URL_, 'a, b-c & d')).toBe(`${URL_}#:~:text=a%2C%20b%2Dc%20%26%20d`);
  });

  it('keeps the place in the page that the address already names', () => {
    expect(linkTo(`${URL_}#comments`, 'so be it')).toBe(`${URL_}#comments:~:text=so%20be%20it`);
    expect(linkTo(`${URL_}#:~:text=old`, 'so be it')).toBe(`${URL_}#:~:text=so%20be%20it`);
  });

  it('keeps the address’s own query', () => {
    expect(linkTo(`${URL_}?id=7&x=1`, 'so be it')).toBe(`${URL_}?id=7&x=1#:~:text=so%20be%20it`);
  });

  it('takes line breaks for spaces', () => {
    expect(lookedFor(linkTo(URL_, 'so\nbe\r\n it'))).toEqual(['so be it']);
  });
});
