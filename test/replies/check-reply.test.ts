import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { replyMessage } from '../../src/discord/messages.ts';
import { checkMessage } from '../../src/questions/checks/check-statement.ts';
import { checkReply } from '../../src/replies/check-reply.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { renderOneLine, renderReply } from '../../src/terminal/render.ts';
import { news, SEED } from '../articles/news.ts';
import { looks } from './statements.ts';

const archiveOf = (body: string) => createMemoryArchive([news(body)]);
const seed = createMemoryArchive([SEED]);
const replyTo = (typed: string, archive = seed): Reply =>
  checkReply(checkMessage(typed, null, archive, [BUILT_IN]), 1);
const leadTo = (typed: string, archive = seed) => looks(replyTo(typed, archive).lead ?? []);

describe('the verdict on a statement', () => {
  it.each([
    [
      '“We have never promised Ukraine that it would become a NATO member” – Rutte',
      'Word for word: Mark Rutte, NATO Secretary General.',
    ],
    [
      'Rutte: “cooperation between NATO and Ukraine remains very intensive”',
      'Word for word as the article has it, which quotes Mark Rutte, NATO Secretary General in part.',
    ],
    [
      'the country will not recognize the loss of its territories',
      'Word for word as the article has it, which tells in its own words what Andriy Sybiha, Ukrainian Foreign Minister said.',
    ],
    [
      'Zelensky: “Kyiv very much wants EU membership, as it would solve many problems”',
      'Altered, in a name: Volodymyr Zelensky, Ukrainian President said it otherwise.',
    ],
    [
      '“We have never promised Ukraine … but we need to distinguish that from the future”',
      'Word for word, but shortened: Mark Rutte, NATO Secretary General.',
    ],
    [
      '“We have promised Ukraine that it would become a NATO member” – Rutte',
      'The articles have the opposite: Mark Rutte, NATO Secretary General.',
    ],
    [
      'Zelensky: “We have never promised Ukraine that it would become a NATO member”',
      'Zelensky didn’t say that in these articles; Mark Rutte, NATO Secretary General did, word for word.',
    ],
    [
      'Napoleon: “We have never promised Ukraine that it would become a NATO member”',
      'Nobody called “Napoleon” is quoted in these articles. Mark Rutte, NATO Secretary General said that, word for word.',
    ],
    [
      'Zelensky said Kyiv really wants to join NATO',
      'In other words: Volodymyr Zelensky, Ukrainian President.',
    ],
    ['peace negotiations', 'These are too few words to tell whose they are.'],
    ['', 'There are no words to check.'],
  ])('of %s', (typed, lead) => {
    expect(leadTo(typed)).toBe(lead);
  });

  it('says that nobody said it, with the nearest as such', () => {
    expect(leadTo('Napoleon: “Never interrupt your enemy when he makes a mistake”')).toMatch(
      /^Nobody called “Napoleon” is quoted in these articles. Nobody else in them said that./,
    );
    const { lead, cards } = replyTo('Zelensky said NATO membership would ruin the economy of Ukraine');
    expect(looks(lead ?? [])).toBe(
      'Zelensky didn’t say that in these articles, nor did anybody else. The nearest that was said, which is no answer:',
    );
    expect(cards).toHaveLength(1);
  });

  it('says where the article leaves open who said it', () => {
    const archive = archiveOf('“The bridge moves by an inch a day,” an official said.');
    expect(leadTo('Ortiz: “The bridge moves by an inch a day”', archive)).toBe(
      'That stands in the articles, word for word; the article doesn’t tell who said it beyond “an official”, nor whether it was Ortiz.',
    );
  });

  it('never says what is true or false', () => {
    for (const typed of [
      'Rutte: “The moon is made of cheese today”',
      'Ukraine will join NATO next year',
      'x y z',
    ])
      expect(leadTo(typed)).not.toMatch(/\b(?:true|false|lie|fake|wrong|correct)\b/i);
  });
});

const ALTERED = 'Zelensky: “Kyiv very much wants EU membership, as it would solve many problems”';

describe('the words that differ', () => {
  it('are struck and bold in Discord', () => {
    const [{ components }] = replyMessage(replyTo(ALTERED), null, 'asker').components;
    expect(JSON.stringify(components)).toContain(
      'Kyiv very much wants ~~EU~~ **NATO** membership, as it would solve many problems\\n~~not in the article~~ **in the article only**',
    );
  });

  it('stand between marks in the terminal', () => {
    const lines = renderReply(replyTo(ALTERED), { colour: false, width: null }).split('\n');
    expect(lines).toContain(
      'Kyiv very much wants [-EU-] {+NATO+} membership, as it would solve many problems',
    );
    expect(lines).toContain('[-not in the article-] {+in the article only+}');
    expect(renderOneLine(replyTo(ALTERED))).toContain('[-EU-] {+NATO+}');
  });

  it('are a list in the record', () => {
    expect(replyTo(ALTERED).records).toMatchObject([
      {
        claimed: 'Zelensky',
        verdict: 'altered',
        sense: 'name',
        difference: [
          { text: 'Kyiv very much wants', change: null },
          { text: ' EU', change: 'deleted' },
          { text: ' NATO', change: 'inserted' },
          { change: null },
        ],
        answers: [{ speaker: { name: 'Volodymyr Zelensky' } }],
      },
    ]);
  });
});

it('gives each of several statements its verdict, and those first that nobody said', () => {
  const { lead, cards, records } = replyTo(
    'Rutte: "We have never promised Ukraine that it would become a NATO member" and Zelensky said "All of us will go fishing on Sunday"',
  );
  expect(looks(lead ?? [])).toBe(
    '“All of us will go fishing on Sunday”: Zelensky didn’t say that in these articles, nor did anybody else.',
  );
  expect(cards.map(({ notes }) => looks(notes?.[0] ?? []))).toEqual([
    '“We have never promised Ukraine that it would become a NATO member”: Word for word: Mark Rutte, NATO Secretary General.',
  ]);
  expect(records).toHaveLength(2);
});

it('says who else said the same words where the statement names nobody', () => {
  const archive = archiveOf(
    '“We will rebuild the old bridge,” Lena Ortiz said.\n“We will rebuild the old bridge,” Marcus Bell said.',
  );
  const { lead, cards } = replyTo('We will rebuild the old bridge', archive);
  expect(looks(lead ?? [])).toBe('Word for word: Lena Ortiz. Others said it in the same words.');
  expect(cards.map(({ speaker }) => looks(speaker))).toEqual(['*Lena Ortiz*', '*Marcus Bell*']);
});
