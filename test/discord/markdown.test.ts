import { describe, expect, it } from 'vitest';
import {
  escapeMarkdown,
  fitMarkdown,
  LONGEST_URL,
  safeUrl,
  toBlockQuote,
  toMarkdown,
} from '../../src/discord/markdown.ts';
import type { Run } from '../../src/replies/reply.ts';
import { readMarkdown, readText } from './markdown-reader.ts';

const plain = (text: string) => [{ look: '', text }];

describe('the reader that these tests trust', () => {
  it.each([
    ['**a** b', 'bold'],
    ['# a', 'heading'],
    ['-# a', 'small'],
    ['- a', 'list'],
    ['1. a', 'list'],
    ['> a', 'quote'],
    ['@everyone', 'mention'],
    ['<@123>', 'mention'],
    ['</ask:123>', 'mention'],
    [':smile:', 'emoji'],
    ['https://x.example/a', 'link'],
    ['||a||', 'spoiler'],
    ['`a`', 'code'],
    ['[a](<https://x.example>)', 'link to https://x.example'],
  ])('sees that %s is markdown', (source, look) => {
    expect(readMarkdown(source)[0]?.look).toBe(look);
  });
});

describe('escaped text', () => {
  it.each([
    'He said *this* and **that**, _so_ __what__ ~~no~~ ||secret|| `code` ```block```',
    '# Heading',
    '  ## Heading\n### Heading',
    '-# small print',
    '- a list\n* a list\n+ a list\n  - a list',
    '1. first\n23. second\n 4. third',
    '> quoted\n>>> all quoted',
    '[a link](https://evil.example) and [an evil one](<https://evil.example>)',
    '@everyone and @here and <@123> <@!123> <@&123> <#123> </ask:123> <id:customize>',
    '<:emoji:123> <a:emoji:123> :smile: :+1: :a:b: <t:1700000000:R>',
    'https://x.example/a_b_c and http://x.example, <https://x.example> steam://run/1',
    '<a@b.example> <tel:+123> a@b.example',
    '\\*not escaped\\* \\\\ \\',
    '¯\\_(ツ)_/¯',
    'snake_case_name, 5*6*7, 2 ~ 3, a|b',
    'At 10:30:15 it rose by 3.5% - or "more": 1.2.3',
    '“Kyiv very much wants NATO membership,” Зеленський сказав — 🇺🇦.',
  ])('reads as it stands: %s', (text) => {
    expect(readMarkdown(escapeMarkdown(text))).toEqual(plain(text));
    expect(readMarkdown(toBlockQuote([{ text }])).every(({ look }) => look === 'quote')).toBe(true);
    expect(readText(toBlockQuote([{ text }]))).toBe(text);
  });

  it('leaves ordinary words as they are', () => {
    const text = 'At 10:30 he said: "Well-known words, isn\'t it?" It cost $5 & 3.5% more - no #1!';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('reads as it stands whatever is in it', () => {
    const pieces = [
      '*',
      '**',
      '_',
      '__',
      '~~',
      '||',
      '`',
      '```',
      '\\',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '@',
      'everyone',
      '#',
    ];
    const more = [
      '-',
      '-# ',
      '- ',
      '+',
      '1',
      '. ',
      ' ',
      '\n',
      'a',
      'ї',
      '🇺🇦',
      ':',
      'https',
      '://',
      'x.example',
      '<@1>',
      '!',
    ];
    const random = randomNumbers(7);
    for (let round = 0; round < 5000; round++) {
      const all = [...pieces, ...more];
      const text = Array.from({ length: 1 + (random() % 12) }, () => all[random() % all.length]).join('');
      expect(readMarkdown(escapeMarkdown(text)), JSON.stringify(text)).toEqual(plain(text));
    }
  });

  it('has no line breaks but its own, and nothing that has no look', () => {
    expect(readText(escapeMarkdown('a\r\nb\u2028c\u0000\u001b[31md\ud800'))).toBe('a\nb\nc[31md');
  });
});

describe('runs', () => {
  it('are bold where they are to be, and links where they have an address', () => {
    const runs: Run[] = [
      { text: 'He said ' },
      { text: 'un*likely', bold: true },
      { text: ': ' },
      { text: 'Title (1)', url: 'https://news.example/a(b) c' },
    ];
    expect(readMarkdown(toMarkdown(runs))).toEqual([
      { look: '', text: 'He said ' },
      { look: 'bold', text: 'un*likely' },
      { look: '', text: ': ' },
      { look: 'link to https://news.example/a%28b%29%20c', text: 'Title (1)' },
    ]);
  });

  it('are one in bold where they are neighbours', () => {
    const url = 'https://news.example/';
    const markdown = toMarkdown([
      { text: 'a ', bold: true },
      { text: 'b', bold: true, url },
      { text: ' c', bold: true },
    ]);
    expect(markdown).toBe('**a [b](<https://news.example/>) c**');
  });

  it('begin and end their bold at a word, line by line', () => {
    expect(toMarkdown([{ text: 'a' }, { text: ' b \n c ', bold: true }, { text: 'd' }])).toBe(
      'a **b** \n **c** d',
    );
  });

  it('may be split within what would be markdown', () => {
    const runs = [{ text: '1' }, { text: '. http' }, { text: '://x.example <' }, { text: '@1>' }];
    expect(readMarkdown(toMarkdown(runs))).toEqual(plain('1. http://x.example <@1>'));
  });

  it('keep a link beside words in which Discord makes none', () => {
    const url = 'https://news.example/';
    for (const text of ['An [odd title', 'https://other.example/']) {
      const shown = readMarkdown(toMarkdown([{ text, url }]));
      expect(shown).toEqual([
        { look: '', text: `${text} ` },
        { look: 'link to https://news.example/', text: '↗' },
      ]);
    }
  });

  it('are no link where the address is none', () => {
    expect(toMarkdown([{ text: 'a', url: 'javascript:alert(1)' }])).toBe('a');
  });
});

describe('an address', () => {
  it.each([
    ['https://x.example/a)b>c<d', 'https://x.example/a%29b%3Ec%3Cd'],
    ['https://x.example/?q=[a]\\*`|"', 'https://x.example/?q=%5Ba%5D%5C%2A%60%7C%22'],
    [
      'https://x.example/a#:~:text=wants%20NATO,many%20problems',
      'https://x.example/a#:~:text=wants%20NATO,many%20problems',
    ],
    ['https://x.example/новини', 'https://x.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8'],
  ])('%s can not end the link it stands in', (url, safe) => {
    expect(safeUrl(url)).toBe(safe);
  });

  it.each([
    '',
    'x',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://news.example@evil.example/',
  ])('%s is refused', (url) => expect(safeUrl(url)).toBeNull());

  it('that is too long loses its fragment, or is refused', () => {
    expect(safeUrl(`https://x.example/#${'a'.repeat(LONGEST_URL)}`)).toBe('https://x.example/');
    expect(safeUrl(`https://x.example/${'a'.repeat(LONGEST_URL)}`)).toBeNull();
  });
});

describe('markdown that is too long', () => {
  const runs: Run[] = [
    { text: 'Kyiv very much wants *NATO* membership, ' },
    { text: 'as it would solve many problems', bold: true },
    { text: ' 🇺🇦🇺🇦🇺🇦 and more.' },
  ];

  it('ends at a word with […], and in balance', () => {
    const text = runs.map((run) => run.text).join('');
    for (let max = 10; max < toMarkdown(runs).length; max++) {
      const markdown = fitMarkdown(runs, max);
      expect(markdown.length).toBeLessThanOrEqual(max);
      const shown = readText(markdown);
      expect(shown.endsWith(' […]')).toBe(true);
      const kept = shown.slice(0, -' […]'.length);
      expect(text.startsWith(kept)).toBe(true);
      if (kept.length > 4) expect(text.slice(kept.length)).toMatch(/^(?:\s|🇺🇦)/u);
      expect(markdown.split('**').length % 2).toBe(1);
    }
  });

  it('is whole where it just fits', () => {
    const whole = toMarkdown(runs);
    expect(fitMarkdown(runs, whole.length)).toBe(whole);
  });

  it('is nothing where not even […] fits', () => {
    expect(fitMarkdown(runs, 3)).toBe('');
  });
});

/** The same numbers each time: a linear congruential generator. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
