import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/intake/read-draft.ts';
import { readFile } from '../../src/intake/read-file.ts';
import { Refusal } from '../../src/intake/refusal.ts';
import { SEED, SEED_FILE } from '../articles/news.ts';
import { buildDocx, paragraph } from './build-docx.ts';
import { page, rereadDraft } from './drafts.ts';
import { BODY, MODERN } from './outlets.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (name: string, bytes: Uint8Array, type: string | null = null) =>
  rereadDraft(await readFile(name, bytes, type));
async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => 'nothing',
    (cause) => cause,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).message;
}
const NOTHING = { title: null, outlet: null, byline: null, published: null, url: null };
const docx = BODY.map((text) => paragraph(text)).join('');

describe('a text file', () => {
  it('is kept as it is', async () => {
    const draft = await readFile('folder/seed.txt', readFileSync(SEED_FILE), 'text/plain; charset=utf-8');
    expect(draft).toEqual({ text: SEED.text, file: 'seed.txt' });
  });

  it('may be Markdown, with front matter', async () => {
    const text = `---\noutlet: Gazette\n---\n# Bridge stays closed\n\n**By Ada Moss**\n\n${BODY.join('\n\n')}\n`;
    const draft = await readFile('bridge.md', bytesOf(text), null);
    expect(draft.file).toBe('bridge.md');
    expect(rereadDraft(draft)).toMatchObject({
      title: 'Bridge stays closed',
      outlet: 'Gazette',
      paragraphs: BODY,
    });
  });

  it('may be in any encoding that articles are, and loses its control characters', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${BODY.join('\n')}`, 'utf16le'));
    expect((await read('a.txt', utf16)).paragraphs).toEqual(BODY);
    expect((await readFile('a', bytesOf('The mayor\x07 said so.\x1b'), null)).text).toBe(
      'The mayor said so.',
    );
  });

  it('that was had at an address has it', async () => {
    const draft = await readDraft(
      page(BODY.join('\n'), 'https://a.example/files/The%20bridge.txt?utm_source=x', { type: 'text/plain' }),
    );
    expect(draft.file).toBe('The bridge.txt');
    expect(rereadDraft(draft)).toEqual({
      ...NOTHING,
      url: 'https://a.example/files/The%20bridge.txt',
      paragraphs: BODY,
    });
  });

  it.each([
    ['five million letters', 'a'.repeat(5_000_000)],
    ['five million spaces', `a${' '.repeat(5_000_000)}`],
    ['five million line ends', '\n'.repeat(5_000_000)],
  ])('of %s and no sentence holds up nobody', async (_, text) => {
    expect(await refusal(readFile('a.txt', bytesOf(text), null))).toMatch(/no sentence/);
  });

  it('without a sentence is refused', async () => {
    expect(await refusal(readFile('a.txt', bytesOf(' \n--\n'), null))).toMatch(/no sentence/);
  });
});

describe('a saved page', () => {
  const [daily] = MODERN;
  it('is read like a page, with the address that it names', async () => {
    const { paragraphs, url, title } = await read(
      'bridge.html',
      bytesOf(daily?.html ?? ''),
      'text/html; charset=utf-8',
    );
    expect({ paragraphs, url, title }).toEqual({ paragraphs: BODY, url: daily?.url, title: daily?.title });
  });

  it('has no address where it names none', async () => {
    const html = `<html><body><h1>Bridge</h1>${BODY.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
    const draft = await readFile('my bridge.htm', bytesOf(html), null);
    expect(draft.file).toBe('my bridge.txt');
    expect(rereadDraft(draft)).toEqual({ ...NOTHING, title: 'Bridge', paragraphs: BODY });
  });
});

describe('a Word document', () => {
  it('has its paragraphs word for word, and its title by its style', async () => {
    const bytes = buildDocx(paragraph('Bridge & ferry', 'Title') + docx + paragraph('One\ntwo'));
    expect(await read('bridge.docx', bytes)).toEqual({
      ...NOTHING,
      title: 'Bridge & ferry',
      paragraphs: [...BODY, 'One two'],
    });
  });

  it('has the title of its first heading, and a byline in its text rather than its properties', async () => {
    const bytes = buildDocx(
      paragraph('Bridge', 'Heading1') + paragraph('By Ada Moss') + docx,
      '<dc:title>Template 7</dc:title><dc:creator>Tom Bell</dc:creator>',
    );
    expect(await read('a.docx', bytes)).toEqual({
      ...NOTHING,
      title: 'Bridge',
      byline: 'Ada Moss',
      paragraphs: BODY,
    });
  });

  it.each([
    ['Tom Bell', 'Tom Bell'],
    ['Microsoft Office User', null],
    ['admin', null],
  ])(
    'without a byline has the author of its properties, where that is a person: %s',
    async (creator, byline) => {
      const bytes = buildDocx(docx, `<dc:creator>${creator}</dc:creator>`);
      expect((await read('a.docx', bytes)).byline).toBe(byline);
    },
  );

  it('is told by its content, whatever it is called', async () => {
    expect((await read('a.bin', buildDocx(docx), 'application/octet-stream')).paragraphs).toEqual(BODY);
  });

  it.each([
    ['that is damaged', buildDocx(docx).slice(0, 900), /damaged/],
    ['without text', buildDocx(''), /no text/],
    ['with markup that is none', buildDocx('<w:p><w:oops'), /damaged|no text/],
    [
      'that takes more than 50 MB unpacked',
      buildDocx(docx, '', { 'word/a.xml': new Uint8Array(60_000_000) }),
      /more than 50 MB/,
    ],
    [
      'with paragraphs in one another without end',
      buildDocx('<w:p><w:r>'.repeat(100_000)),
      /damaged|no text|intricate/,
    ],
    [
      'with entities that multiply',
      buildDocx('&d;', '', {
        'word/document.xml': strToU8(
          `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}"><!ENTITY d "${'&c;'.repeat(1000)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      }),
      /damaged|no text/,
    ],
  ])('%s is refused', async (_, bytes, message) => {
    expect(await refusal(readFile('a.docx', bytes, null))).toMatch(message);
  });

  it('that says it is small and isn’t is refused', async () => {
    const bytes = Buffer.from(buildDocx(docx, '', { 'word/a.xml': new Uint8Array(60_000_000) }));
    // the size that is told for the part, in its own header and in the list at the end
    for (let at = bytes.indexOf('word/a.xml'); at >= 0; at = bytes.indexOf('word/a.xml', at + 1)) {
      const isListed = bytes.readUInt32LE(at - 46) === 0x02014b50;
      bytes.writeUInt32LE(10, at - (isListed ? 22 : 8));
    }
    const reading = await readFile('a.docx', new Uint8Array(bytes), null).then(({ text }) => text, String);
    expect(reading).toMatch(/Quarrytown bridge|damaged/);
    expect(reading.length).toBeLessThan(10_000);
  });
});

describe('a file of another kind', () => {
  it.each([
    ['bridge.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['bridge.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0)],
    ['bridge.rtf', bytesOf('{\\rtf1 The bridge stays closed, she said.}')],
    ['bridge.csv', bytesOf('a,b,c\nThe bridge stays closed')],
    ['bridge.xlsx', buildDocx('').slice(0, 30)],
  ])('is refused, with the kinds that are taken: %s', async (name, bytes) => {
    const message = await refusal(readFile(name, bytes, null));
    expect(message).toContain(`“${name.split('.')[1]}”`);
    expect(message).toMatch(/\.txt, \.md.*\.html.*\.docx.*\.pdf/);
  });

  it.each([
    [
      'bridge.docx',
      bytesOf('The bridge stays closed, she said.'),
      'That file is damaged, or no Word document.',
    ],
    ['bridge.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'That file is damaged, or no Word document.'],
    ['bridge.pdf', bytesOf('The bridge stays closed, she said.'), 'That file is damaged, or no PDF.'],
    ['bridge.pdf', buildDocx('').slice(0, 30), 'That file is damaged, or no PDF.'],
    ['bridge.txt', Uint8Array.of(0xff, 0xd8, 0, 0, 0, 16), 'That file is no text.'],
    ['bridge.md', buildDocx('').slice(0, 30), 'That file is no text.'],
    ['bridge.html', Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'That file is damaged, or no web page.'],
  ])('is not said to be of a kind that is read: %s', async (name, bytes, message) => {
    expect(await refusal(readFile(name, bytes, null))).toBe(message);
  });

  it('may be called so by its media type alone', async () => {
    const text = bytesOf('The bridge stays closed, she said.');
    expect(await refusal(readFile('bridge', text, 'application/pdf'))).toMatch(/no PDF/);
    expect(await refusal(readFile('bridge', Uint8Array.of(0, 1, 2), 'text/plain'))).toMatch(/no text/);
    expect(await refusal(readFile('bridge.txt', bytesOf('{\\rtf1 Closed.}'), null))).toMatch(/“rtf”/);
  });

  it('is refused at an address as well', async () => {
    const reading = readDraft(page('{"a": 1}', 'https://a.example/api', { type: 'application/json' }));
    expect(await refusal(reading)).toContain('application/json');
  });
});
