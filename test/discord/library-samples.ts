import type { LibraryId } from '../../src/articles/article.ts';
import type { Asker, Command, Values } from '../../src/commands.ts';
import type { Desk } from '../../src/libraries/desk.ts';
import { USUAL_LIMITS } from '../../src/libraries/limits.ts';
import type { Action, Reply, Run } from '../../src/replies/reply.ts';
import { card, reply } from './samples.ts';

/** A library in which there is nothing, and into which nothing comes. */
export const desk = (library: LibraryId): Desk => ({
  library,
  limits: USUAL_LIMITS,
  add: async () => ({ kind: 'refused', why: 'Nothing is added here.' }),
  articles: () => [],
  article: () => undefined,
  remove: async () => [],
  feeds: {
    add: async () => ({ kind: 'refused', why: 'Nothing is added here.' }),
    list: async () => [],
    remove: async () => null,
  },
  follows: {
    add: async () => ({ kind: 'refused', why: 'Nothing is added here.' }),
    list: async () => [],
    remove: async () => null,
  },
  export: async () => [],
  erase: async () => {},
});

const line = (text: string): readonly Run[] => [{ text }];

/** What a command of a library was run with, in one line. */
export function ranBy(name: string, values: Values, asker: Asker | undefined): string {
  const typed = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  const who = asker
    ? `${asker.desk.library} for ${asker.person} in ${asker.channel}${asker.isTrusted ? ', trusted' : ''}`
    : 'nobody';
  return `${name} ${typed.join(' ')} | ${who}`;
}

const said = (name: string, values: Values, asker: Asker | undefined, over: Partial<Reply> = {}): Reply =>
  reply({ lead: line(ranBy(name, values, asker)), ...over });

const action = (over: Partial<Action> & Pick<Action, 'label'>): Action => ({
  command: 'shelf list',
  values: {},
  answers: 'apart',
  ...over,
});

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tells who asks, with or without a library. */
const who: Command = {
  name: 'who',
  description: 'Who asks',
  options: [],
  carried: ['about'],
  run: (values, _, __, asker) =>
    said('who', values, asker, {
      actions: [
        action({ label: 'Here', command: 'who', values: { about: 'here' }, answers: 'in-place' }),
        action({ label: 'Apart', command: 'who', values: { about: 'apart' } }),
      ],
    }),
};

/** Three pages of a library's shelf, with what can be done below it. */
const list: Command = {
  name: 'shelf list',
  description: 'What is on the shelf',
  group: 'A shelf of the library',
  options: [{ name: 'like', description: 'Only such', required: false, maxLength: 100 }],
  carried: ['step'],
  needsLibrary: true,
  run: async (values, _, page, asker) => {
    const { step } = values;
    if (step?.includes('slow')) await wait(1700);
    if (step?.includes('fail')) throw new Error('the shelf has fallen down');
    const number = Math.min(Math.max(page, 1), 3);
    return said('shelf list', values, asker, {
      lines: [line(`page ${number}`)],
      page: { number, of: 3 },
      actions: [
        action({ label: 'Apart', values: { step: 'apart' } }),
        action({ label: 'Here', values: { step: 'here' }, answers: 'in-place' }),
        action({ label: 'Slowly here', values: { step: 'slow' }, answers: 'in-place' }),
        action({ label: 'Fail', values: { step: 'slow fail' }, answers: 'in-place' }),
        action({
          label: 'Clear',
          command: 'shelf clear',
          values: { sure: 'yes' },
          answers: 'in-place',
          isDangerous: true,
        }),
      ],
      picking: {
        prompt: 'Which one?',
        options: ['a', 'b'].map((value) => ({
          label: `Book ${value}`,
          about: value === 'a' ? '' : 'the second',
          value,
        })),
        command: 'shelf list',
        as: 'step',
      },
    });
  },
};

/** For managers only. */
const clear: Command = {
  name: 'shelf clear',
  description: 'Clears the shelf',
  group: 'A shelf of the library',
  options: [
    {
      name: 'book',
      description: 'Which one',
      required: false,
      maxLength: 20,
      suggest: async (typed, _, asker) => {
        const library = asker?.desk.library ?? 'none';
        return [{ name: `${typed} of ${library}${asker?.isTrusted ? ', trusted' : ''}`, value: library }];
      },
    },
  ],
  carried: ['sure'],
  needsLibrary: true,
  needsManager: true,
  run: (values, _, __, asker) => said('shelf clear', values, asker),
};

/** For managers, and for others by a button: it tells them apart itself. */
const put: Command = {
  name: 'shelf put',
  description: 'Puts a book on the shelf',
  group: 'A shelf of the library',
  options: [],
  carried: ['back'],
  needsLibrary: true,
  needsManager: true,
  decidesItself: true,
  run: (values, _, __, asker) =>
    said('shelf put', values, asker, {
      actions: [
        action({ label: 'Undo', command: 'shelf put', values: { back: 'yes' }, answers: 'in-place' }),
      ],
    }),
};

/** Takes a link, a file, or what is filled into its form. */
const submit: Command = {
  name: 'submit',
  description: 'Hands something in',
  options: [
    { name: 'link', description: 'An address', required: false, maxLength: 200 },
    { kind: 'file', name: 'file', description: 'A file', required: false, maxLength: 1000 },
  ],
  forMessage: {
    name: 'Hand this in',
    values: (text, files) => {
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      const [file] = files;
      return { ...(link === undefined ? {} : { link }), ...(file === undefined ? {} : { file }) };
    },
  },
  form: {
    title: 'Hand in a text',
    fields: [
      { name: 'title', label: 'What it is called', required: false, maxLength: 100 },
      { name: 'text', label: 'The text', required: true, long: true, maxLength: 4000 },
    ],
    isWanted: ({ link, file }) => link === undefined && file === undefined,
  },
  needsLibrary: true,
  needsManager: true,
  isCostly: true,
  run: async (values, _, __, asker) => {
    const { text } = values;
    if (text === 'slow') await wait(1700);
    if (text === 'fail') throw new Error('the desk is closed');
    return said('submit', values, asker, {
      actions: [action({ label: 'Another', command: 'submit' })],
    });
  },
};

/** A form that is opened by a button, whose answer takes the message's place. */
const rename: Command = {
  name: 'rename',
  description: 'Gives it another name',
  options: [],
  form: {
    title: 'Another name',
    fields: [{ name: 'title', label: 'Its name', required: true, maxLength: 50 }],
    isWanted: ({ title }) => title === undefined || title === 'Old',
  },
  run: async (values, _, __, asker) => {
    const { title } = values;
    if (title === 'slow') await wait(1700);
    return said('rename', values, asker, {
      actions: [
        action({ label: 'Rename', command: 'rename', values: { title: 'Old' }, answers: 'in-place' }),
      ],
    });
  },
};

/** Gives files out, to the asker alone. */
const handOut: Command = {
  name: 'hand-out',
  description: 'Gives files out',
  options: [{ name: 'how', description: 'Which', required: false, maxLength: 20 }],
  isPrivate: true,
  run: async ({ how }) => {
    if (how === 'slow') await wait(1700);
    const bytes = new TextEncoder().encode('{"kept":"all of it"}\n');
    const large = new Uint8Array(10_485_761);
    return reply({
      lead: line('Here it is.'),
      cards: how === 'cards' ? [card(1), card(2), card(3)] : [],
      files: [
        { name: 'articles.jsonl', bytes },
        { name: 'what is kept.json', bytes: how === 'large' ? large : bytes.subarray(0, 3) },
        { name: 'what_is_kept.json', bytes },
      ],
      actions: [action({ label: 'Without', command: 'who', answers: 'in-place' })],
    });
  },
};

/** Is work. */
const dig: Command = {
  name: 'dig',
  description: 'Digs deep',
  options: [{ name: 'for', description: 'What for', required: false, maxLength: 20, suggest: () => [] }],
  isCostly: true,
  run: () => reply({ lead: line('Dug.'), actions: [action({ label: 'Again', command: 'dig' })] }),
};

export const LIBRARY_COMMANDS: readonly Command[] = [who, list, clear, put, submit, rename, handOut, dig];
