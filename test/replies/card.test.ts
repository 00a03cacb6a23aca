import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { answerReply } from '../../src/replies/answer-reply.ts';
import { cardOf } from '../../src/replies/card.ts';
import type { Card } from '../../src/replies/reply.ts';
import { news, SEED } from '../articles/news.ts';
import { knownStatement, looks, seedStatement, statementsOf } from './statements.ts';

/** What a card says from top to bottom. */
const lines = (card: Card) => [
  looks(card.speaker),
  card.said,
  looks(card.words),
  card.paraphrase ? 'paraphrase' : 'verbatim',
  looks(card.source),
];

describe('a card', () => {
  it('has speaker and role, when and where, the words, and the source', () => {
    expect(lines(cardOf(seedStatement('Kyiv very much'), ['nato', 'kyiv']))).toEqual([
      '*Volodymyr Zelensky*, Ukrainian President',
      'On March 20',
      '“*Kyiv* very much wants *NATO* membership, as it would solve many problems”',
      'verbatim',
      'Rutte stresses long-term NATO prospects for Ukraine despite no membership in current peace deal · Caliber.Az · by Tamilla Hasanova · paragraph 7',
    ]);
    expect(lines(cardOf(seedStatement('will not receive'), []))[1]).toBe(
      'In a recent speech at the Warsaw School of Economics',
    );
  });

  it('joins when and where', () => {
    const statement = knownStatement(
      '“It is over,” Lena Ortiz said in a speech at the Quarry Hall on Friday.',
    );
    expect(cardOf(statement, []).said).toBe('on Friday, in a speech at the Quarry Hall');
  });

  it('marks an indirect statement as paraphrase, and no other', () => {
    expect(cardOf(seedStatement('as unlikely'), []).paraphrase).toBe(true);
    expect(cardOf(seedStatement('very intensive'), []).paraphrase).toBe(false);
    expect(cardOf(seedStatement('We have never'), []).paraphrase).toBe(false);
  });

  it('puts only direct words between quotation marks', () => {
    expect(looks(cardOf(seedStatement('as unlikely'), []).words)).toBe(
      'Ukraine’s NATO membership as unlikely',
    );
    expect(looks(cardOf(seedStatement('very intensive'), []).words)).toBe(
      'cooperation between NATO and Ukraine remains "very intensive,"',
    );
  });

  it('shows words in bold in all their forms, and only whole ones', () => {
    const statement = knownStatement(
      'Lena Ortiz said the bridges of Bridgetown are bridged by one bridge’s cables.',
    );
    expect(looks(cardOf(statement, ['bridge']).words)).toBe(
      'the *bridges* of Bridgetown are *bridged* by one *bridge’s* cables',
    );
  });

  it('shows no bold words where none match', () => {
    expect(looks(cardOf(seedStatement('as unlikely'), []).words)).not.toContain('*');
  });

  it('says that a speaker is not named where nobody is', () => {
    const [statement] = statementsOf(news('“It is over for all of us,” she said.'));
    expect(statement && looks(cardOf(statement, []).speaker)).toBe('*Speaker not named*');
  });

  it('shows all that is known of the source, and nothing that is not', () => {
    const body = 'Lena Ortiz said the bridge was safe.';
    expect(looks(cardOf(knownStatement(body), []).source)).toBe(
      'The bridge · Quarrytown Gazette · by Ada Moss · 2024-02-20 · paragraph 1',
    );
    const unknown = {
      title: null,
      outlet: null,
      byline: null,
      published: null,
      url: null,
      file: 'a/b/c.txt',
    };
    expect(looks(cardOf(knownStatement(body, unknown), []).source)).toBe('c.txt · paragraph 1');
  });

  it('links the title to the very words where the article has an address', () => {
    const body = 'Lena Ortiz said the bridge was safe.';
    expect(cardOf(knownStatement(body), []).source[0]).toEqual({
      text: 'The bridge',
      url: 'https://gazette.example/bridge#:~:text=the%20bridge%20was%20safe',
    });
    expect(cardOf(knownStatement(body, { url: null }), []).source[0]).toEqual({ text: 'The bridge' });
  });

  it('shows the words as they are read, without Markdown, HTML and entities', () => {
    const statement = knownStatement(
      'Lena Ortiz said the *old* bridge &amp; the <b>new</b> one are [closed](https://gazette.example/x) for good.',
    );
    expect(looks(cardOf(statement, ['bridge']).words)).toBe(
      'the old *bridge* & the new one are closed for good',
    );
    expect(statement.text).toContain('*old* bridge &amp;');
  });

  it('keeps the words on one line, as a wrapped article breaks them', () => {
    const wrapped = createMemoryArchive([
      {
        ...SEED,
        text: '“The bridge\nis safe,” Lena Ortiz said.',
        paragraphs: [{ number: 1, span: [0, 40] }],
      },
    ]).statements([BUILT_IN]);
    expect(wrapped.map((one) => looks(cardOf(one, []).words))).toEqual(['“The bridge is safe”']);
  });
});

describe('an answer', () => {
  const archive = createMemoryArchive([SEED]);
  const reply = (question: string, page = 1) =>
    answerReply(question, answerQuestion(question, archive, [BUILT_IN]), page);
  const leadOf = (question: string) => looks(reply(question).lead ?? []);

  it('is the cards alone', () => {
    const { lead, cards, lines: none, page } = reply('who said NATO membership is unlikely');
    expect([lead, cards.length, none, page]).toEqual([null, 1, [], null]);
    expect(looks(cards[0]?.words ?? [])).toBe('Ukraine’s *NATO* *membership* as *unlikely*');
  });

  it('says whether the articles have a thing or its opposite', () => {
    expect(leadOf('did zelensky say kyiv wants to join nato')).toBe('Yes, the articles have that:');
    expect(leadOf('did rutte promise ukraine membership')).toBe('The articles have the opposite:');
  });

  it('says that nobody said it, and that the nearest thing is no answer', () => {
    expect(leadOf('who said Ukraine will leave the UN')).toBe(
      'Nobody in these articles said that. The nearest that was said, which is no answer:',
    );
    expect(reply('who said Ukraine will leave the UN').cards).toHaveLength(1);
    const nothingNear = { ...answerQuestion('', archive, [BUILT_IN]), nearest: [] };
    expect(answerReply('', nothingNear, 1)).toMatchObject({
      lead: [{ text: 'Nobody in these articles said that.' }],
      cards: [],
    });
  });

  it('has one record, with all answers whatever the page, and what is nearest where nobody said it', () => {
    const question = 'which article is about NATO and Ukraine';
    const [record] = reply(question, 2).records as [{ verdict: string; answers: object[] }];
    expect(reply(question, 2).records).toHaveLength(1);
    expect(record).toMatchObject({ question, verdict: 'answered' });
    expect(record.answers.length).toBeGreaterThan(3);
    const [nobody] = reply('who said Ukraine will leave the UN').records as [{ answers: object[] }];
    expect(nobody).toMatchObject({ verdict: 'not-found', answers: [{ article: { outlet: 'Caliber.Az' } }] });
  });

  it('has records with the fields that scripts rely on', () => {
    const [record] = reply('who said NATO membership is unlikely').records as [{ answers: object[] }];
    expect(record.answers[0]).toEqual({
      speaker: { id: 'michael-waltz', name: 'Michael Waltz', role: 'US National Security Adviser' },
      quote: {
        text: 'Ukraine’s NATO membership as unlikely',
        kind: 'indirect',
        content: [[2001, 2038]],
        cue: [[1991, 2000]],
        source: [[1936, 1978]],
      },
      said: { when: 'on March 16', where: null, date: null },
      article: {
        file: SEED.file,
        title: SEED.title,
        outlet: 'Caliber.Az',
        byline: 'Tamilla Hasanova',
        published: null,
        url: null,
      },
      score: 1,
    });
  });
});
