import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/intake/read-draft.ts';
import type { ToldElsewhere } from '../../src/intake/told-elsewhere.ts';
import { page, rereadDraft } from './drafts.ts';
import { BODY } from './outlets.ts';

const TOLD: ToldElsewhere = { published: '2025-03-04', outlet: 'The Gazette: “$& news”' };
const html = (head: string, top = '') =>
  `<!doctype html><html><head><title>Bridge stays closed</title>${head}</head><body><article><h1>Bridge stays closed</h1>${top}${BODY.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const text = (lines: string) =>
  page(lines + BODY.join('\n'), 'https://gazette.example/bridge.txt', { type: 'text/plain' });

describe('what a feed tells of an article', () => {
  it('counts where the page doesn’t tell it', async () => {
    expect(rereadDraft(await readDraft(page(html('')), TOLD))).toEqual({
      title: 'Bridge stays closed',
      byline: null,
      url: 'https://gazette.example/bridge',
      paragraphs: BODY,
      ...TOLD,
    });
    expect(rereadDraft(await readDraft(text(''), TOLD))).toMatchObject({ paragraphs: BODY, ...TOLD });
  });

  it('counts for the one thing where the page tells the other', async () => {
    const named = page(html('<meta property="og:site_name" content="Island News">'));
    expect(rereadDraft(await readDraft(named, TOLD))).toMatchObject({
      outlet: 'Island News',
      published: '2025-03-04',
    });
  });

  it.each([
    [
      'the page',
      page(html('<meta name="date" content="2024-02-20"><meta property="og:site_name" content="AP">')),
    ],
    [
      'its text',
      page(html('', '<p>LONDON, 20 February 2024 (AP) - The bridge stays closed until May, they said.</p>')),
    ],
    ['the front matter of a file', text('---\noutlet: AP\npublished: 2024-02-20\n---\n')],
  ])('doesn’t count where %s tells something else', async (_, fetched) => {
    expect(rereadDraft(await readDraft(fetched, TOLD))).toMatchObject({
      outlet: 'AP',
      published: '2024-02-20',
    });
  });

  it('doesn’t count where a file says that there is none', async () => {
    const silent = text('---\r\noutlet:\r\ntitle: Bridge\r\n---\r\n');
    expect(rereadDraft(await readDraft(silent, TOLD))).toMatchObject({
      title: 'Bridge',
      outlet: null,
      published: '2025-03-04',
    });
  });

  it('may be nothing', async () => {
    const nothing = { published: null, outlet: null };
    expect(await readDraft(text(''), nothing)).toEqual(await readDraft(text('')));
    expect(await readDraft(text(''), { published: null, outlet: ' \n' })).toEqual(await readDraft(text('')));
  });
});
