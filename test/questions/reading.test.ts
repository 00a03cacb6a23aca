import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/questions/question.ts';

describe('a question in a chat’s words', () => {
  it.each([
    [
      'which oregon senator says the bank dumped it all on workers',
      'oregon senator',
      'the bank dumped it all on workers',
    ],
    ['which econ professor figures trump should pick kasich', 'econ professor', 'trump should pick kasich'],
    ['which manila mayor is mad about the bridge', 'manila mayor', 'mad about the bridge'],
    ['who from the harbour board says the pier is rotten', 'from the harbour board', 'the pier is rotten'],
    ['whose survey has the mayor ahead', 'survey', 'the mayor ahead'],
    ['whats the name of the guy who says the pier is rotten', 'the guy', 'the pier is rotten'],
  ])('asks for somebody it describes: %s', (typed, descriptor, topic) => {
    expect(readQuestion(typed)).toMatchObject({ kind: 'who', subject: null, descriptor, topic });
  });

  it.each([
    ['how does kerry defend the deal', 'kerry', 'defend the deal'],
    ['whats starmers excuse for the tickets', 'starmer', 'excuse the tickets'],
    ['what was becks comeback to cruz', 'beck', 'comeback cruz'],
    ['did the morning poll have trump ahead', 'the morning poll', 'have trump ahead'],
    ['why does the un guy say the camp must close', 'the un guy', 'the camp must close'],
    ['is conoco putting money in, what do they say', 'conoco', 'putting money in'],
  ])('tells whom it asks about from what: %s', (typed, subject, topic) => {
    expect(readQuestion(typed)).toMatchObject({ subject, topic });
  });

  it.each([
    ['on what show did brooks say it was a rubio debate', 'where', 'brooks', 'it was a rubio debate'],
    ['whose show was newt on when he talked about pirates', 'where', 'newt', 'pirates'],
    ['which newspaper did the minister tell that he resigns', 'where', 'the minister', 'he resigns'],
    ['what day did cornyn say the chamber will vote', 'when', 'cornyn', 'the chamber will vote'],
    ['where was cruz when he called the dems knuckleheads', 'where', 'cruz', 'the dems knuckleheads'],
  ])('asks when or where in many ways: %s', (typed, kind, subject, topic) => {
    expect(readQuestion(typed)).toMatchObject({ kind, subject, topic });
  });

  it.each([
    ['which paper ran the letter on the pier', 'the letter on the pier'],
    ['where can i read about the pier', 'the pier'],
    ['which site reported that the pier is closed', 'the pier is closed'],
  ])('asks which article has a thing: %s', (typed, topic) => {
    expect(readQuestion(typed)).toMatchObject({ kind: 'which', topic });
  });
});
