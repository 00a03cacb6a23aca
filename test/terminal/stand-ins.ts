import type { Archive, Sight } from '../../src/archive/archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import type { Command } from '../../src/commands.ts';
import type { Card, Reply } from '../../src/replies/reply.ts';

const nothing = () => [];

/** A view of an archive in which there is nothing. */
export const SIGHT: Sight = {
  archive: {
    statements: nothing,
    statement: () => undefined,
    speakers: nothing,
    articles: nothing,
    findSpeakers: nothing,
    search: nothing,
    statementsBy: nothing,
    frequency: () => 0,
  } satisfies Archive,
  libraries: [BUILT_IN],
};

/** A reply with nothing in it but what is given. */
export function reply(parts: Partial<Reply>): Reply {
  return { lead: null, cards: [], lines: [], page: null, records: [], ...parts };
}

/** A card of Michael Waltz about NATO membership, with other parts where they are given. */
export function card(parts: Partial<Card> = {}): Card {
  return {
    statement: 's1',
    speaker: [{ text: 'Michael Waltz', bold: true }, { text: ', US National Security Adviser' }],
    said: 'on March 16',
    words: [{ text: 'Ukraine’s ' }, { text: 'NATO membership', bold: true }, { text: ' as unlikely' }],
    paraphrase: true,
    why: null,
    also: [],
    source: [{ text: 'Rutte stresses long-term NATO prospects', url: 'https://example.org/a?b#:~:text=c' }],
    ...parts,
  };
}

const option = { description: 'words', maxLength: 60 };

/** Answers with the question itself; fails at "boom". */
export const ASK: Command = {
  name: 'ask',
  description: 'Who said that?',
  options: [{ ...option, name: 'question', required: true }],
  run: ({ question = '' }) => {
    if (question === 'boom') throw new Error('the cause');
    return reply({ lead: [{ text: `asked: ${question}` }], records: [{ question }] });
  },
};

/** Answers with one card a page, three in all, that says which values were given. */
export const QUOTE: Command = {
  name: 'quote',
  description: 'What a speaker said',
  options: [
    {
      ...option,
      name: 'speaker',
      required: true,
      suggest: () =>
        ['Volodymyr Zelensky', 'Mark Rutte'].map((name) => ({ name: `${name} (3)`, value: name })),
    },
    { ...option, name: 'about', required: false },
    { ...option, name: 'kind', required: false, choices: ['direct', 'mixed', 'indirect'] },
  ],
  run: (values, _sight, page) =>
    reply({
      cards: [card({ statement: `s${page}`, words: [{ text: `${JSON.stringify(values)} ${page}` }] })],
      page: { number: page, of: 3 },
      records: [1, 2, 3].map((n) => ({ n })),
    }),
};

/** Answers with two lines. */
export const SPEAKERS: Command = {
  name: 'speakers',
  description: 'Who is quoted',
  options: [],
  run: () => reply({ lines: [[{ text: 'Mark Rutte' }], [{ text: 'Michael Waltz' }]] }),
};

/** All of them. */
export const COMMANDS: readonly Command[] = [ASK, QUOTE, SPEAKERS];
