import type { Archive, Sight, Statement } from '../../src/archive/archive.ts';
import type { Command } from '../../src/commands.ts';
import type { Card, Reply, Run } from '../../src/replies/reply.ts';

/** A statement's id as the archive makes them. */
export const idOf = (number: number): string => `abcdefgh0000000${number % 10}`;

/** What an ill-meaning article or asker might write. */
export const NASTY =
  '@everyone **bold** <@123> https://x.example/_a_ [me](https://evil.example) `code` ||s|| \\';

/** A card with everything that a card can have. */
export function card(number: number, over: Partial<Card> = {}): Card {
  return {
    statement: idOf(number),
    speaker: [{ text: 'Michael Waltz', bold: true }, { text: ', US National Security Adviser' }],
    said: 'on March 16',
    words: [{ text: 'membership in NATO was ' }, { text: 'unlikely', bold: true }, { text: ` (${number})` }],
    paraphrase: true,
    why: null,
    also: [],
    source: [
      { text: 'Ukraine and NATO', url: 'https://news.example/a#:~:text=membership' },
      { text: ' · Caliber.Az · paragraph 4' },
    ],
    ...over,
  };
}

/** A reply with nothing in it but what is given. */
export function reply(over: Partial<Reply>): Reply {
  return { lead: null, cards: [], lines: [], page: null, records: [], ...over };
}

const text = (words: string): readonly Run[] => [{ text: words }];

const QUESTION = { name: 'question', description: 'What was said', required: true, maxLength: 250 } as const;

/** Seven cards on three pages, which all repeat the question. */
const cards: Command = {
  name: 'cards',
  description: 'Seven cards on three pages',
  options: [
    QUESTION,
    {
      name: 'speaker',
      description: 'Who said it',
      required: false,
      maxLength: 100,
      suggest: (typed, { libraries }) =>
        typed === 'fail'
          ? fail('the index is broken')
          : Array.from({ length: 30 }, (_, at) => ({
              name: `${typed} ${at} ${libraries}`,
              value: `speaker-${at}`,
            })),
    },
    { name: 'kind', description: 'How', required: false, maxLength: 10, choices: ['direct', 'indirect'] },
  ],
  run: ({ question = '', speaker = '', kind = '' }, _, page) => {
    const number = Math.min(Math.max(page, 1), 3);
    const shown = [0, 1, 2].map((at) => (number - 1) * 3 + at + 1).filter((at) => at <= 7);
    return reply({
      lead: text(`Asked: ${question}|${speaker}|${kind}`),
      cards: shown.map((at) => card(at)),
      page: { number, of: 3 },
    });
  },
};

const lines: Command = {
  name: 'lines',
  description: 'A list of what the asker may see',
  options: [],
  run: (_, { libraries }) => reply({ lines: libraries.map(text) }),
};

/** Takes long; for its first page only where it isn't about a "late page". Fails in the end where it is told to. */
const delayed: Command = {
  name: 'delayed',
  description: 'Answers after a while',
  options: [{ name: 'end', description: 'How it ends', required: true, maxLength: 10 }],
  run: async ({ end }, _, page) => {
    const isLate = page > 1 || !end?.startsWith('late');
    if (isLate) await new Promise((resolve) => setTimeout(resolve, 1700));
    if (isLate && end?.endsWith('fail')) fail('the archive has burnt down');
    return reply({ lines: [text(`Page ${page} at last`)], page: { number: page, of: 2 } });
  },
};

const broken: Command = {
  name: 'broken',
  description: 'Never answers',
  options: [],
  run: () => fail('the archive has burnt down'),
};

export const COMMANDS: readonly Command[] = [cards, lines, delayed, broken];

function fail(message: string): never {
  throw new Error(message);
}

/** An archive with the statements of {@link card}, seen by everybody, and one that only the server sees. */
export const ARCHIVE: Archive = {
  statements: () => [],
  statement: (id, libraries) => {
    const isThere =
      id === idOf(9) ? libraries.includes('guild:1200000000000000001') : id.startsWith('abcdefgh');
    return isThere ? ({ id } as Statement) : undefined;
  },
  speakers: () => [],
  articles: () => [],
  findSpeakers: () => [],
  search: () => [],
  statementsBy: () => [],
  frequency: () => 0,
};

/** What stands around a statement. */
export function context(statement: string, { libraries }: Sight): Reply {
  return reply({ lines: [text(`The paragraph around ${statement}, for ${libraries.join(' and ')}`)] });
}
