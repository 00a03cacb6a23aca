import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { SEED } from '../articles/news.ts';

const archive = createMemoryArchive([SEED]);
const ask = (question: string) => answerQuestion(question, archive, [BUILT_IN]);

const RUTTE = 'Mark Rutte';
const ZELENSKY = 'Volodymyr Zelensky';
const SYBIHA = 'Andriy Sybiha';
const WALTZ = 'Michael Waltz';

describe('an answer is right in every field', () => {
  it('where it is asked who said NATO membership is unlikely', () => {
    const { verdict, support, nearest } = ask('who said NATO membership is unlikely');
    expect([verdict, nearest]).toEqual(['answered', []]);
    expect(support[0]?.statement).toMatchObject({
      speaker: { id: 'michael-waltz', name: WALTZ },
      role: 'US National Security Adviser',
      text: 'Ukraine’s NATO membership as unlikely',
      quote: { kind: 'indirect', content: [[2001, 2038]] },
      said: { when: 'on March 16', where: null, date: null },
      paragraph: 9,
    });
    expect(support[0]?.matching).toEqual(['nato', 'membership', 'unlikely']);
  });

  it('where it is asked when Zelensky said Kyiv wants NATO', () => {
    const { verdict, support } = ask('when did Zelensky say Kyiv wants NATO');
    expect(verdict).toBe('answered');
    expect(support[0]?.statement).toMatchObject({
      speaker: { name: ZELENSKY },
      role: 'Ukrainian President',
      text: 'Kyiv very much wants NATO membership, as it would solve many problems',
      quote: { kind: 'direct' },
      said: { when: 'On March 20', where: null, date: null },
      paragraph: 7,
    });
  });

  it('where it is asked what Rutte said about peace negotiations', () => {
    const { verdict, support } = ask('what did Rutte say about peace negotiations');
    expect(verdict).toBe('answered');
    expect(
      support.slice(0, 2).map(({ statement }) => [statement.speaker?.name, statement.said.where]),
    ).toEqual([
      [RUTTE, 'In a recent speech at the Warsaw School of Economics'],
      [RUTTE, 'In a recent speech at the Warsaw School of Economics'],
    ]);
    expect(support[1]?.statement.text).toMatch(/^We have never promised Ukraine/);
  });

  it('where it is asked who will not recognize the loss of territories', () => {
    const { verdict, support } = ask('who will not recognize the loss of territories');
    expect(verdict).toBe('answered');
    expect(support.map(({ statement }) => statement.speaker?.name)).toEqual([SYBIHA]);
    expect(support[0]?.statement).toMatchObject({
      role: 'Ukrainian Foreign Minister',
      how: 'named',
      paragraph: 8,
    });
  });

  it('best first, at most ten, with scores from 0 to 1', () => {
    for (const question of ['NATO', 'what did Rutte say', 'which article is about NATO', 'who said NATO']) {
      const scores = ask(question).support.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.length).toBeLessThanOrEqual(10);
      for (const score of scores) expect(Math.min(1, Math.max(0, score))).toBe(score);
    }
  });
});

describe('a question is answered', () => {
  it.each([
    ['Who said that NATO membership for Ukraine is unlikely?', WALTZ, 'as unlikely'],
    ['who talked about the size of the armed forces', SYBIHA, 'size of its armed forces'],
    ['who is optimistic about the negotiations', RUTTE, 'optimism regarding'],
    ['who thinks the us can talk productively with russia', RUTTE, 'productive dialogue'],
    ['who called cooperation very intensive', RUTTE, 'very intensive'],
    ['who thinks cooperation with ukraine is intensive', RUTTE, 'very intensive'],
    ['who described the process as phased', RUTTE, 'phased'],
    ['who has confidence in the united states', RUTTE, 'confidence in the United States'],
    ['who shares the view that membership is unlikely', WALTZ, 'unlikely'],
    ['who refused any limitations on the military', SYBIHA, 'limitations on the size'],
    ['who says NATO would solve many problems', ZELENSKY, 'solve many problems'],
    ['what did waltz say other nato members think', WALTZ, 'other NATO member states'],
    ['what does Rutte think about the USA and Russia', RUTTE, 'United States and Russia'],
    ['what did Зеленський say about NATO', ZELENSKY, 'NATO membership'],
    ['What did President Zelensky say about NATO?', ZELENSKY, 'NATO membership'],
    ['what did nato chief say about the future of ukraine', RUTTE, 'future membership'],
    ['what did the ukrainian president acknowledge', ZELENSKY, 'not yet ready'],
    ["what does ukraine's foreign minister refuse", SYBIHA, 'not recognize'],
    ["what's sybiha's position on limits for the army", SYBIHA, 'armed forces'],
    ['what did Rutte emphasize', RUTTE, 'does not rule out'],
    ['when did Waltz talk about NATO', WALTZ, 'NATO'],
    ['on what day did zelensky say that kyiv wants membership', ZELENSKY, 'Kyiv very much wants'],
    ['where did Rutte say Ukraine will not receive membership', RUTTE, 'will not receive'],
    ['where did rutte speak', RUTTE, 'will not receive'],
    ['where was the speech', RUTTE, 'will not receive'],
    ['which article mentions the irreversible path', RUTTE, 'irreversible path'],
    ["which countries aren't ready for Ukraine in NATO", ZELENSKY, 'not yet ready'],
    ['what did zelensky say on march 20', ZELENSKY, 'Kyiv very much wants'],
    ['who spoke at the Warsaw School of Economics', RUTTE, 'will not receive'],
    ['who spoke on march 16', WALTZ, 'NATO'],
    ['what did zelenskyy admit', ZELENSKY, 'not yet ready'],
    ['who is against limits on the armed forces', SYBIHA, 'limitations on the size'],
    ['what will ukraine never accept according to sybiha', SYBIHA, 'not recognize'],
    ['quotes by waltz', WALTZ, 'unlikely'],
    ["what did rutte say about ukraine's future", RUTTE, 'future membership'],
    ['what did rutte say about the long term', RUTTE, 'in the long term'],
    ['what does zelensky want', ZELENSKY, 'Kyiv very much wants'],
    ['rutte irreversible path', RUTTE, 'irreversible path'],
    ['zelensky nato', ZELENSKY, 'NATO membership'],
    ['hey, can you tell me what rutte said about the irreversible path??', RUTTE, 'irreversible path'],
  ])('%s', (question, speaker, words) => {
    const { verdict, support } = ask(question);
    expect(verdict).toBe('answered');
    expect(support[0]?.statement.speaker?.name).toBe(speaker);
    expect(support[0]?.statement.text).toContain(words);
  });

  // these read as a person may ask them, and are not answered yet
});

describe('whether somebody said a thing', () => {
  it.each([
    ['did zelensky say kyiv wants to join nato', ZELENSKY],
    ['did zelensky say the west is not ready to offer ukraine membership', ZELENSKY],
    ['did waltz say membership is unlikely', WALTZ],
    ['did sybiha refuse limits on the army', SYBIHA],
    ['did rutte say that cooperation remains very intensive', RUTTE],
  ])('is supported by the words that say so: %s', (question, speaker) => {
    const { verdict, support } = ask(question);
    expect([verdict, support[0]?.statement.speaker?.name]).toEqual(['supported', speaker]);
  });

  it.each([
    ['did rutte say ukraine was promised membership in the peace talks', RUTTE],
    ['did rutte promise ukraine membership', RUTTE],
    ['did Zelensky say Western countries are ready to offer membership', ZELENSKY],
    ['did sybiha say ukraine will accept the loss of territories', SYBIHA],
    ['did anyone say Ukraine has been promised to join', RUTTE],
    ['did waltz say membership is likely', WALTZ],
    ['did zelensky say ukraine does not want nato', ZELENSKY],
    ['did zelensky say the west changed its stance', ZELENSKY],
    ['did rutte say ukraine will become a member', RUTTE],
    ['did rutte rule out future membership', RUTTE],
  ])('is contradicted by the words that say the opposite: %s', (question, speaker) => {
    const { verdict, support } = ask(question);
    expect([verdict, support[0]?.statement.speaker?.name]).toEqual(['contradicted', speaker]);
  });
});

describe('nobody said it', () => {
  it.each([
    'who said Ukraine will leave the UN',
    'what did putin say about ukraine joining nato',
    'what did biden say',
    'who said the war is over',
    'who said Russia will pay reparations',
    'who said pineapple belongs on pizza',
    'did rutte talk about bitcoin',
    'when did Rutte speak about bitcoin',
    'what did waltz say about china',
    'did rutte say that nato cooperation has ended',
    'did putin say that ukraine can join nato',
    'did rutte say the war is over',
    'did zelensky say he will resign',
    'did sybiha say ukraine will join the european union',
    'who said nato is dead',
    'who said ukraine is winning',
    'who said russia wants peace',
    'did the us president say membership is unlikely',
    'did the russian foreign minister say ukraine will not recognize the loss of its territories',
    'what did the president of russia say about nato',
    'what did butte say',
    'who promised Ukraine NATO membership',
    'who thinks the west will change its stance',
  ])('where the articles have no such thing: %s', (question) => {
    const { verdict, support } = ask(question);
    expect([verdict, support.map(({ statement }) => statement.text)]).toEqual(['not-found', []]);
  });

  it('and the nearest thing that was said is offered apart from any support', () => {
    expect(ask('who said Ukraine will leave the UN').nearest[0]?.statement.article.id).toBe(SEED.id);
    expect(ask('what did putin say about ukraine joining nato').nearest[0]?.statement.text).toContain('NATO');
  });

  it('and nothing is offered where nothing is asked for but somebody who says nothing', () => {
    expect(ask('what did putin say').nearest).toEqual([]);
  });

  it('and nothing is offered where nothing is near', () => {
    expect(ask('who said pineapple belongs on pizza').nearest[0]?.statement.text).toBeUndefined();
  });
});
