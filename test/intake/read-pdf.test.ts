import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/intake/read-draft.ts';
import { readPdf } from '../../src/intake/read-pdf.ts';
import { buildPdf, column, type Placed } from './build-pdf.ts';
import { page, rereadDraft } from './drafts.ts';
import { BODY } from './outlets.ts';

const read = async (...pages: readonly (readonly Placed[])[]) =>
  rereadDraft(await readPdf(buildPdf(pages), 'a.pdf'));

/** A text in lines of about so many characters, words whole. */
const wrap = (text: string, width: number): readonly string[] =>
  text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'g'))?.map((line) => line.trim()) ?? [];

/** Paragraphs below one another from a height down, with a gap between them, and where the last one ends. */
function stack(paragraphs: readonly string[], x: number, y: number, width: number, gap = 8) {
  let at = y;
  const placed = paragraphs.flatMap((text) => {
    const lines = column(x, at, 10, wrap(text, width));
    at -= lines.length * 12 + gap;
    return lines;
  });
  return { placed, end: at };
}

const HEADLINE = column(50, 790, 20, ['Bridge stays closed', 'until May']);

describe('a PDF', () => {
  it('has its largest letters for a title, and paragraphs between gaps, word for word', async () => {
    const { title, paragraphs } = await read([...HEADLINE, ...stack(BODY, 50, 730, 90).placed]);
    expect(title).toBe('Bridge stays closed until May');
    expect(paragraphs).toEqual(BODY);
  });

  it('has a byline and the line below it, however close they stand to the text', async () => {
    const head = ['By Sven Oak', 'Harbour Times, 5 May 2025'];
    const lines = [...head, ...wrap(BODY[0] ?? '', 90)];
    const told = { byline: 'Sven Oak', outlet: 'Harbour Times', published: '2025-05-05' };
    expect(await read([...HEADLINE, ...column(50, 730, 10, lines)])).toMatchObject({
      title: 'Bridge stays closed until May',
      paragraphs: BODY.slice(0, 1),
      ...told,
    });
  });

  it('has paragraphs that only an indented first line tells', async () => {
    const lines = BODY.flatMap((text) => wrap(text, 80).map((line, i) => ({ line, isFirst: i === 0 })));
    const placed = lines.map(({ line, isFirst }, i) => ({
      x: isFirst ? 62 : 50,
      y: 730 - 12 * i,
      size: 10,
      text: line,
    }));
    expect((await read(placed)).paragraphs).toEqual(BODY);
  });

  it('has two columns one after the other, below a headline across both', async () => {
    const [left, right] = [BODY.slice(0, 3), BODY.slice(3)];
    const text = [...stack(left, 50, 730, 45).placed, ...stack(right, 310, 730, 45).placed];
    const { title, paragraphs } = await read([...HEADLINE, ...text.toSorted((a, b) => b.y - a.y)]);
    expect(title).toBe('Bridge stays closed until May');
    expect(paragraphs).toEqual(BODY);
  });

  it('goes on in the next column and on the next page where a sentence does', async () => {
    const lines = wrap(BODY.join(' '), 45);
    const third = Math.ceil(lines.length / 3);
    const { paragraphs } = await read(
      [...column(50, 730, 10, lines.slice(0, third)), ...column(310, 730, 10, lines.slice(third, 2 * third))],
      column(50, 730, 10, lines.slice(2 * third)),
    );
    expect(paragraphs.join(' ')).toBe(BODY.join(' '));
    expect(paragraphs.length).toBeLessThan(4);
  });

  it('makes words whole that the end of a line parts, and keeps hyphens of their own', async () => {
    const lines = [
      'The mayor, a long-time oppo-',
      'nent of the ferry, spoke of a well-',
      'known mistake. “It is a so-',
      'called bridge,” said the long-',
      'time mayor of the town to re\xad',
      'porters, and the opponent laughed.',
    ];
    expect((await read(column(50, 730, 10, lines))).paragraphs).toEqual([
      'The mayor, a long-time opponent of the ferry, spoke of a well-known mistake. “It is a so-called bridge,” said the long-time mayor of the town to reporters, and the opponent laughed.',
    ]);
  });

  it('leaves out what is repeated at the top and bottom of its pages, and page numbers', async () => {
    const around = (number: number): readonly Placed[] => [
      { x: 50, y: 815, size: 8, text: `Quarrytown Gazette, March 4, 2025, page ${number}` },
      { x: 290, y: 30, size: 8, text: `${number}` },
    ];
    const pages = [BODY.slice(0, 2), BODY.slice(2, 4), BODY.slice(4)];
    const { paragraphs } = await read(
      ...pages.map((texts, i) => [...around(i + 1), ...stack(texts, 50, 730, 90).placed]),
    );
    expect(paragraphs).toEqual(BODY);
  });

  it('has words apart that only their places part, and a large first letter with its word', async () => {
    const [first = '', ...rest] = wrap(BODY[0] ?? '', 60);
    const placed: Placed[] = [
      { x: 50, y: 706, size: 36, text: 'T' },
      { x: 74, y: 730, size: 10, text: 'he Quarrytown' },
      { x: 145, y: 730, size: 10, text: first.replace('The Quarrytown ', '') },
      ...column(74, 718, 10, rest.slice(0, 1)),
      ...column(50, 706 - 12, 10, rest.slice(1)),
    ];
    expect((await read(placed)).paragraphs.join(' ')).toBe(BODY[0]);
  });

  it('leaves out what is turned, as a watermark is', async () => {
    const turned = Buffer.from(
      buildPdf([[...column(50, 400, 10, ['DRAFT']), ...stack(BODY, 50, 730, 90).placed]]),
    )
      .toString('latin1')
      .replace('1 0 0 1 50 400 Tm', '0 1 1 0 50 400 Tm');
    const draft = await readPdf(new Uint8Array(Buffer.from(turned, 'latin1')), 'a.pdf');
    expect(rereadDraft(draft).paragraphs).toEqual(BODY);
  });

  it('that was had at an address has it, whatever its media type says', async () => {
    const bytes = buildPdf([[...HEADLINE, ...stack(BODY, 50, 730, 90).placed]]);
    const draft = await readDraft(
      page(bytes, 'https://a.example/report.pdf?utm_source=x#page=2', { type: 'text/html' }),
    );
    expect(draft.file).toBe('report.txt');
    expect(rereadDraft(draft)).toMatchObject({ url: 'https://a.example/report.pdf', paragraphs: BODY });
  });

  it.each([
    ['whose pages are pictures', buildPdf([[], []]), /holds no text/],
    ['that is damaged', new TextEncoder().encode(`%PDF-1.7\n${'7 0 obj << '.repeat(1000)}`), /damaged/],
    ['that ends too soon', buildPdf([stack(BODY, 50, 730, 90).placed]).slice(0, 400), /damaged|no text/],
    ['of too many pages', buildPdf(Array.from({ length: 201 }, () => [])), /201 pages; at most 200/],
    [
      'that is locked',
      buildPdf(
        [stack(BODY, 50, 730, 90).placed],
        `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
      ),
      /password/,
    ],
  ])('%s is refused', async (_, bytes, message) => {
    await expect(readPdf(bytes, 'a.pdf')).rejects.toThrow(message);
  });
});
