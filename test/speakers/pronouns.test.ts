import { describe, expect, it } from 'vitest';
import { namesIn, speakersOf } from './marked.ts';

describe('he and she', () => {
  it('go back to whoever of that gender was named last', () => {
    expect(
      speakersOf(
        'Governor Anna Holm met the engineer Pavel Ivanenko on Monday.',
        '{She} said <the bridge was safe>, but {he} warned <that it was old>.',
      ),
    ).toEqual(['Anna Holm', 'Pavel Ivanenko']);
  });

  it('go on with the one who spoke', () => {
    expect(
      speakersOf(
        '<“We need a bridge,”> {Thomas Bell} said. <“Nobody wants the ferry,”> {he} added.',
        '{He} promised <to ask Robert Cole for the money>.',
        '{He} also said <that it would not be enough>.',
      ),
    ).toEqual(Array(4).fill('Thomas Bell'));
  });

  it('don’t mean somebody whom the speaker talks of', () => {
    expect(
      speakersOf('<“Robert Cole never answered my letters,”> {Thomas Bell} said. {He} called <it rude>.'),
    ).toEqual(['Thomas Bell', 'Thomas Bell']);
  });

  it('mean whoever was asked, not who asked', () => {
    expect(
      speakersOf('Marcus Bell asked Robert Cole how high it would be.', '<“Forty feet,”> {he} told Bell.'),
    ).toEqual(['Robert Cole']);
  });

  it('don’t mean whom a question or a remark is about', () => {
    const before = 'Coach Luis Prado praised the striker Marco Bellini.';
    expect(speakersOf(before, 'Asked about Bellini’s injury, {he} said <that it was nothing>.')).toEqual([
      'Luis Prado',
    ]);
    expect(speakersOf(before, 'On Prado’s future, {he} said <that it was clear>.')).toEqual([
      'Marco Bellini',
    ]);
  });

  it('don’t mean whoever the words themselves name', () => {
    expect(
      speakersOf(
        'Anna Holm spoke for Lena Ortiz.',
        '<“I never thought that Ortiz would win,”> {she} said of the mayor.',
      ),
    ).toEqual(['Anna Holm']);
  });

  it('can mean either where a first name is a man’s and a woman’s', () => {
    expect(speakersOf('Robin Quist opened the session. {She} said <the bridge was safe>.')).toEqual([
      'Robin Quist',
    ]);
    expect(speakersOf('Robin Quist opened the session. {He} said <the bridge was safe>.')).toEqual([
      'Robin Quist',
    ]);
  });

  it('never mean a town', () => {
    expect(
      speakersOf('Pavel Quist walked through San Francisco. <“I cried all the way,”> {he} said.'),
    ).toEqual(['Pavel Quist']);
  });

  it('mean a man by “his” and a woman by “her” where words or feelings are theirs', () => {
    expect(speakersOf('Robert Cole spoke first. In {his remarks} <the bridge was safe>.')).toEqual([
      'Robert Cole',
    ]);
  });

  it('tell a gender by what follows where the first name doesn’t', () => {
    expect(
      speakersOf(
        'The engineer Oyelaran Quist has her office in the tower. She came in May.',
        'Marcus Bell opened the session. {She} said <the bridge was safe>.',
      ),
    ).toEqual(['Oyelaran Quist']);
  });

  it('name nobody where two are named as one', () => {
    expect(
      speakersOf('President Thomas Cole and Marcus Bell met on Monday. {He} said <the tax was fair>.'),
    ).toEqual([null]);
  });

  it('name nobody where only somebody of the other gender is named', () => {
    expect(speakersOf('Governor Anna Holm opened the session. {He} said <the tax was fair>.')).toEqual([
      null,
    ]);
  });

  it('name nobody where nobody is named', () => {
    expect(speakersOf('<“It is fair,”> {she} said.')).toEqual([null]);
  });
});

describe('who and which', () => {
  it('mean whoever is named right before', () => {
    expect(speakersOf('The prize went to Lena Ortiz, {who} said <it was an honour>.')).toEqual([
      'Lena Ortiz',
    ]);
  });

  it('mean the one whom an apposition describes', () => {
    expect(
      speakersOf('The prize went to Lena Ortiz, the mayor of Quarrytown, {who} said <it was an honour>.'),
    ).toEqual(['Lena Ortiz']);
  });

  it('mean a body', () => {
    expect(
      speakersOf('The money came from the Ministry of Transport, {which} said <it was the last>.'),
    ).toEqual(['Ministry of Transport']);
  });

  it('name nobody behind somebody who isn’t named', () => {
    expect(speakersOf('Marcus Bell met residents {who} said <they were afraid>.')).toEqual([null]);
  });
});

describe('it and they', () => {
  it('mean the body that spoke', () => {
    expect(
      speakersOf(
        '{The Ministry of Transport} said <the cables were old>. {It} added <that the pillars were older>.',
      ),
    ).toEqual(['Ministry of Transport', 'Ministry of Transport']);
  });

  it('mean two who spoke as one', () => {
    expect(
      speakersOf('{Dana Cole and Marcus Bell} said <the tax was fair>. {They} added <that it was late>.'),
    ).toEqual(['Dana Cole and Marcus Bell', 'Dana Cole and Marcus Bell']);
  });

  it('name nobody where a person spoke, or many who aren’t named', () => {
    expect(speakersOf('{Marcus Bell} said <the tax was fair>. {They} said <it was not>.')).toEqual([
      'Marcus Bell',
      null,
    ]);
    expect(speakersOf('{Critics} said <the tax was unfair>. {They} said <it was late>.')).toEqual([
      'Critics',
      null,
    ]);
  });
});

describe('a row of sentences about him or her', () => {
  it('goes back to the one who leads the sentence before them, though another spoke last', () => {
    expect(
      speakersOf(
        '<“The bridge is safe,”> {Anna Holm} said.',
        'Lena Ortiz, an engineer of long standing, is already here.',
        'She came in May with what she could carry.',
        'She slept in the station and at dawn took the first ferry.',
        'At the harbour she waited until somebody let her in.',
        '<“I held my breath the whole way,”> {she} said.',
      ),
    ).toEqual(['Anna Holm', 'Lena Ortiz']);
  });
});

describe('I', () => {
  it('means the one author of an article', () => {
    expect(namesIn({ byline: 'By Lena Ortiz' }, '{I} think <the bridge is safe>.')).toEqual(['Lena Ortiz']);
  });

  it('means the one who signs a letter', () => {
    expect(
      speakersOf('{I} think <the bridge is safe>.', 'Others do not.', 'Lena Ortiz.', 'Quarrytown.'),
    ).toEqual(['Lena Ortiz']);
  });

  it('names nobody within quotation marks, nor where two wrote', () => {
    expect(namesIn({ byline: 'Lena Ortiz' }, '<“{I} think it is safe,”> a resident said.')).toEqual([null]);
    expect(namesIn({ byline: 'Lena Ortiz and Marcus Bell' }, '{I} think <the bridge is safe>.')).toEqual([
      null,
    ]);
  });
});
