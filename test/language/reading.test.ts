import { describe, expect, it } from 'vitest';
import { asRead, readingOf } from '../../src/language/reading.ts';

const read = (text: string) => asRead(text, [0, text.length]);

describe('a text as it is read', () => {
  it.each([
    ['&quot;Yes,&quot; he said.', '"Yes," he said.'],
    ['&#8220;Yes,&#8221; he said.', '“Yes,” he said.'],
    ['&#x201C;Yes,&#X201d; he said.', '“Yes,” he said.'],
    ['&ldquo;Jos&eacute; &amp; Co&hellip;&rdquo;', '“José & Co…”'],
    ['&#147;Yes&#148;', '“Yes”'],
    ['It&amp;#8217;s &amp;quot;late&amp;quot;', 'It’s "late"'],
    ['on&nbsp;May&#160;3', 'on May 3'],
    ['R&D, &c; and &nosuch; &#0; &#xD800; &#99999999;', 'R&D, &c; and &nosuch; &#0; &#xD800; &#99999999;'],
  ])('has characters for HTML entities: %s', (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    ['**Lena Ortiz** said _no_.', 'Lena Ortiz said no.'],
    ['***Lena*** and __Tom__ and *Ada*', 'Lena and Tom and Ada'],
    ['She [called it](https://gazette.example/a_(b)?c=d "Gazette") off.', 'She called it off.'],
    ['See ![a bridge](/bridge.png) here.', 'See here.'],
    ['[**Ortiz**](https://gazette.example/ortiz) said', 'Ortiz said'],
    ['\\"Yes,\\" he said.', '"Yes," he said.'],
    ['The mayor said\n> it runs.', 'The mayor said it runs.'],
    ['<p>Lena <b>Ortiz</b> said<br/>no.</p>', 'Lena Ortiz said no.'],
  ])('has no marks of Markdown and HTML: %s', (text, words) => {
    expect(read(text)).toBe(words);
  });

  it.each([
    'He paid 5 * 3 * 2 and a * more.',
    'f*** and s**t',
    'the file snake_case_name',
    '“[He] said so [sic]” (and left).',
    'if a < b and b > c',
  ])('keeps what only looks like them: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  it('has one space for white space of any kind, and nothing for what has no width', () => {
    expect(read('one\u00a0two\u2009three\r\nfour\tfive\u200b six\ufeff se\u00adven')).toBe(
      'one two three four five six seven',
    );
  });

  it('knows a mark with only one half within a span by its paragraph', () => {
    const text = 'He called **Lena Ortiz a [friend](https://gazette.example)** of his.';
    const span = [text.indexOf('called'), text.indexOf('a [')] as const;
    expect(asRead(text, span, [0, text.length])).toBe('called Lena Ortiz');
    expect(asRead(text, [text.indexOf('a ['), text.indexOf('](')], [0, text.length])).toBe('a friend');
  });

  it('leads back to the text at every character', () => {
    const text = 'It is &quot;late&quot;,\u00a0**Ortiz** said.';
    const reading = readingOf(text, [6, text.length]);
    expect(reading.text).toBe('"late", Ortiz said.');
    const written = (words: string) => {
      const at = reading.text.indexOf(words);
      return text.slice(reading.startOf(at), reading.endOf(at + words.length));
    };
    expect(written('"')).toBe('&quot;');
    expect(written('late')).toBe('late');
    expect(written('Ortiz')).toBe('Ortiz');
    expect(written('said.')).toBe('said.');
  });
});
