import { describe, expect, it } from 'vitest';
import { type Previous, readFollowUp } from '../../src/questions/follow-ups/follow-up.ts';

const KNOWN = /^(?:(?:mark )?rutte|(?:volodymyr )?zelensky|waltz|(?:the )?nato chief)$/i;
const isKnownName = (typed: string) => KNOWN.test(typed);

/** What a follow-up asks for behind a question to which a statement of Mark Rutte was shown. */
function asksFor(question: string, typed: string, over: Partial<Previous> = {}): string {
  const asked = readFollowUp(
    typed,
    { question, speaker: 'Mark Rutte', showsStatement: true, ...over },
    isKnownName,
  );
  return asked.kind === 'question' ? asked.question : `(${asked.kind})`;
}

describe('another person', () => {
  it.each([
    ['what did Rutte say about NATO', 'what did Zelensky say about NATO'],
    ['who said NATO membership is unlikely', 'what did Zelensky say about NATO membership is unlikely'],
    ['did rutte say the war is over', 'did Zelensky say the war is over'],
    ['did anyone say the war is over?', 'did Zelensky say the war is over'],
    ['when did Rutte say Ukraine will not join', 'when did Zelensky say Ukraine will not join'],
    ['where did the nato chief speak about peace', 'where did Zelensky speak about peace'],
    ['which article is about NATO', 'what did Zelensky say about NATO'],
    ['what did rutte say', 'what did Zelensky say'],
    ['rutte nato', 'Zelensky nato'],
    ['quotes about nato', 'what did Zelensky say about nato'],
    ['what did Rutte say about NATO in August?', 'what did Zelensky say about NATO in August'],
  ])('takes the place of the one in: %s', (question, expected) => {
    for (const typed of ['and Zelensky?', 'what about Zelensky', 'Zelensky?', 'ok, and Zelensky too?'])
      expect(asksFor(question, typed)).toBe(expected);
  });

  it('may come with another matter', () => {
    expect(asksFor('what did Rutte say about NATO', 'and Zelensky about Russia?')).toBe(
      'what did Zelensky say about Russia',
    );
  });
});

describe('another matter', () => {
  it.each([
    ['what did Rutte say about NATO', 'what did Rutte say about the war'],
    ['what did Rutte say', 'what did Rutte say about the war'],
    ['did rutte say NATO is weak', 'what did rutte say about the war'],
    ['when did Rutte say NATO is weak', 'when did Rutte talk about the war'],
    ['who said NATO is weak', 'who talked about the war'],
    ['which article is about NATO', 'which article is about the war'],
    ['rutte nato', 'rutte the war'],
    ['what did Rutte say about NATO last week', 'what did Rutte say about the war last week'],
  ])('takes the place of the one in: %s', (question, expected) => {
    for (const typed of ['and about the war?', 'on the war', 'what about the war?', 'and the war?'])
      expect(asksFor(question, typed)).toBe(expected);
  });

  it('may be one bare word', () => {
    expect(asksFor('what did Rutte say about NATO', 'Russia?')).toBe('what did Rutte say about Russia');
  });
});

describe('a time', () => {
  it.each([
    'in august',
    'since monday',
    'last week',
    'in 2016',
    'before March 20',
    'on 3 May 2024',
    'yesterday',
    'between june and july',
  ])('is added: %s', (time) => {
    for (const typed of [`${time}?`, `and ${time}`, `what about ${time}?`])
      expect(asksFor('what did Rutte say about NATO?', typed)).toBe(`what did Rutte say about NATO ${time}`);
  });

  it('takes the place of the one before', () => {
    expect(asksFor('what did Rutte say about NATO in august', 'in july?')).toBe(
      'what did Rutte say about NATO in july',
    );
  });

  it('is no matter: "on tariffs" is one', () => {
    expect(asksFor('what did Rutte say about NATO', 'on tariffs?')).toBe('what did Rutte say about tariffs');
  });
});

describe('a question about the statement shown', () => {
  it.each([
    ['when', ['when?', 'when was that?', 'when did he say that', 'when did rutte say it?', 'on which day?']],
    ['where', ['where?', 'where was that', 'where did he say this?']],
    ['who', ['who?', 'who said that?', 'who said it', 'who is that', 'by whom?', 'says who?']],
    ['source', ['source?', 'link', 'which article?', 'which article is that from?', 'where is that from?']],
    ['context', ['context', 'did he?', 'did he really say that?', 'really?', 'why?']],
  ])('%s', (kind, all) => {
    for (const typed of all) expect(asksFor('what did Rutte say about NATO', typed)).toBe(`(${kind})`);
  });

  it('is one in words where it names somebody else, or no statement was shown', () => {
    expect(asksFor('what did Rutte say about NATO', 'when did Zelensky say that?')).toBe(
      'when did Zelensky say NATO',
    );
    const none = { speaker: null, showsStatement: false };
    expect(asksFor('did Zelensky say pigs fly', 'when?', none)).toBe('when did Zelensky say pigs fly');
    expect(asksFor('did Zelensky say pigs fly', 'source?', none)).not.toBe('(source)');
  });
});

describe('what comes next', () => {
  it.each([
    'what else?',
    'more',
    'anything else?',
    'else?',
    'go on',
    'and?',
    'next page',
    'what else did he say about that?',
    'what else did Rutte say?',
    'show me more',
  ])('is asked for by: %s', (typed) => {
    expect(asksFor('what did Rutte say about NATO', typed)).toBe('(more)');
  });

  it('is who else said so', () => {
    expect(asksFor('did rutte say NATO is weak', 'who else said that?')).toBe('who said NATO is weak');
    expect(asksFor('who said NATO is weak', 'who else?')).toBe('(more)');
  });
});

describe('a question of its own', () => {
  it.each([
    'who said NATO is weak',
    'what did Waltz say about Russia?',
    'Waltz nato',
    'is there a quote about the summit in Washington',
  ])('stays as it is: %s', (typed) => {
    expect(asksFor('what did Rutte say about NATO', typed)).toBe(typed.replace('?', ''));
  });

  it('points back to the person and the matter', () => {
    const question = 'what did Zelensky say about NATO';
    expect(asksFor(question, 'what did he say about Russia')).toBe('what did Zelensky say about Russia');
    expect(asksFor('who said NATO is weak', 'what did he say about Russia')).toBe(
      'what did Mark Rutte say about Russia',
    );
    expect(asksFor(question, 'what did Waltz say about that?')).toBe('what did Waltz say about NATO');
    expect(asksFor('did rutte say NATO is weak', 'did Zelensky say that too?')).toBe(
      'did Zelensky say NATO is weak',
    );
  });

  it('is all that can be asked where nothing was answered before', () => {
    const nothing = { speaker: null, showsStatement: false };
    for (const typed of ['when?', 'and Zelensky?', 'in august'])
      expect(asksFor('', typed, nothing)).toBe(typed);
  });
});

describe('thanks', () => {
  it.each(['thanks!', 'thank you so much', 'ok', 'lol', 'good bot'])('needs no answer: %s', (typed) => {
    expect(asksFor('what did Rutte say about NATO', typed)).toBe('(nothing)');
  });
});

it('whether it is still about the same person is told', () => {
  const same = (typed: string) => {
    const previous = {
      question: 'what did Rutte say about NATO',
      speaker: 'Mark Rutte',
      showsStatement: true,
    };
    const asked = readFollowUp(typed, previous, isKnownName);
    return asked.kind === 'question' && asked.samePerson;
  };
  expect(['about Russia', 'in august', 'the war?'].map(same)).toEqual([true, true, true]);
  expect(['and Zelensky', 'who said NATO is weak'].map(same)).toEqual([false, false]);
});

it('takes whatever is typed, in no time', () => {
  const long = 'who said that it is so and when did he say that it was so '.repeat(60);
  for (const typed of ['', '?', '🦆', '\\', '(((', '$1 $&', 'and '.repeat(900), long, 'a'.repeat(4000)])
    for (const question of ['what did Rutte say about $&', '(', 'x'.repeat(250), long])
      expect(typeof asksFor(question, typed)).toBe('string');
});
