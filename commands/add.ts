import type { Command, Values } from '../src/commands.ts';
import type { Added, Submission } from '../src/libraries/desk.ts';
import { strongestStatements } from '../src/libraries/strongest-statements.ts';
import { type AddedOutcome, addedReply, refusedReply } from '../src/replies/added-reply.ts';
import { noLibraryReply } from '../src/replies/no-library.ts';

/** The most links and files of one message that are added at once. */
const MOST = 5;
/** The most characters of links, and of one part of a text that is pasted. */
const LONGEST = { links: 2000, part: 4000 } as const;

/** A link in a message; the brackets and full stops that may stand around it are not part of it. */
const LINK = /https?:\/\/[^\s<>"]+/g;
const BEHIND = /[\].,;:!?'"’”*_~|]$/;
/** An address without its beginning, as people type it. */
const BARE = /^[\w-]+(?:\.[\w-]+)+(?:[/?]\S*)?$/;

/** `/add`, and "Add to the library" in the menu of a message: what a link leads to, a file or a pasted text becomes an article. */
const add: Command = {
  name: 'add',
  description: 'Add an article: a link, a file, or with neither a form to paste a text into',
  options: [
    {
      name: 'link',
      description: 'The address of the article, or of up to five',
      required: false,
      maxLength: LONGEST.links,
    },
    {
      name: 'file',
      description: 'A .txt, .md, .html, .docx or .pdf file',
      required: false,
      kind: 'file',
      maxLength: LONGEST.links,
    },
  ],
  carried: ['files'],
  form: {
    title: 'Add an article',
    isWanted: ({ link, file, files }) => link === undefined && file === undefined && files === undefined,
    fields: [
      { name: 'text', label: 'The text', required: true, long: true, maxLength: LONGEST.part },
      { name: 'more', label: 'More of it', required: false, long: true, maxLength: LONGEST.part },
      { name: 'title', label: 'Its title', required: false, maxLength: 250 },
      { name: 'outlet', label: 'Where it was published', required: false, maxLength: 100 },
      { name: 'url', label: 'Its address', required: false, maxLength: 1000 },
    ],
  },
  forMessage: {
    name: 'Add to the library',
    values: (text, files) => ({ link: text, files: files.join(' ') }),
  },
  needsLibrary: true,
  needsManager: true,
  isCostly: true,
  async run(values, { archive }, _page, asker) {
    if (asker === undefined) return noLibraryReply();
    const { desk, person } = asker;
    const submissions = submissionsOf(values);
    if (submissions.length === 0) return refusedReply(nothingIn(values));
    const outcomes: AddedOutcome[] = [];
    for (const submission of submissions.slice(0, MOST)) {
      const added = await desk.add(submission, person);
      outcomes.push(added.kind === 'refused' ? added : withStatements(added, archive.statements));
    }
    const left = submissions.length - MOST;
    if (left > 0)
      outcomes.push({ kind: 'refused', why: `${left} more in it: at most ${MOST} are added at once.` });
    return addedReply(outcomes);

    function withStatements(
      { kind, entry }: Exclude<Added, { readonly kind: 'refused' }>,
      read: typeof archive.statements,
    ): AddedOutcome {
      const statements = read([entry.article.library]).filter(
        ({ article }) => article.id === entry.article.id,
      );
      return { kind, entry, statements, strongest: strongestStatements(statements) };
    }
  },
};

/** What there is to add: links first, then files, or the text that was pasted. */
function submissionsOf(values: Values): readonly Submission[] {
  const { link = '', file, files = '', text } = values;
  if (text !== undefined) return [pastedOf(text, values)];
  const typed = BARE.test(link.trim()) ? `https://${link.trim()}` : link;
  const links = [...typed.matchAll(LINK)].map(([url]) => ({ kind: 'link' as const, url: endOf(url) }));
  const all = [...(file === undefined ? [] : [file]), ...files.split(' ').filter((url) => url !== '')];
  return unique([...links, ...all.map((url) => ({ kind: 'file' as const, url }))]);
}

/** A link without what only stands behind it; a bracket belongs to it where it was opened in it. */
function endOf(url: string): string {
  const isOpen = url.endsWith(')') && url.split('(').length < url.split(')').length;
  return isOpen || BEHIND.test(url) ? endOf(url.slice(0, -1)) : url;
}

const unique = <T extends { readonly url: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [one.url, one])).values(),
];

/** The two parts of a text that was cut to fit the form are one text again. */
function pastedOf(text: string, { more = '', title, outlet, url }: Values): Submission {
  const whole = more === '' ? text : `${text}\n\n${more}`;
  return {
    kind: 'text',
    pasted: { text: whole, title: told(title), outlet: told(outlet), url: told(url) },
  };
}

const told = (value: string | undefined): string | null => value?.trim() || null;

function nothingIn({ files }: Values): string {
  return files === undefined
    ? 'That is no link: it must begin with http:// or https://.'
    : 'There is no link and no file in that message.';
}

export default add;
