import type { Archive } from '../src/archive/archive.ts';
import type { Command, Values } from '../src/commands.ts';
import type { Added, Submission } from '../src/libraries/desk.ts';
import { strongestStatements } from '../src/libraries/strongest-statements.ts';
import {
  type AddedOutcome,
  addedReply,
  type NamedOutcome,
  refusedReply,
} from '../src/replies/added-reply.ts';
import { noLibraryReply } from '../src/replies/no-library.ts';

/** The most links and files of one message that are added at once. */
const MOST = 5;
/** The most characters of links, and of one part of a text that is pasted. */
const LONGEST = { links: 2000, part: 4000, name: 60 } as const;

/** A link in a message; the brackets and full stops that may stand around it are not part of it. */
const LINK = /https?:\/\/[^\s<>"]+/g;
const BEHIND = /[\].,;:!?'"’”*_~|]$/;
/** An address without its beginning, as people type it. */
const BARE = /^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?]\S*)?$/;

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
    const outcomes: NamedOutcome[] = [];
    for (const submission of submissions.slice(0, MOST)) {
      const outcome = withStatements(await desk.add(submission, person), archive);
      outcomes.push({ name: nameOf(submission), outcome });
    }
    return addedReply(outcomes, notesOn(values, submissions));
  },
};

/** What came of something, with the statements that are shown of an article. */
function withStatements(added: Added, archive: Archive): AddedOutcome {
  if (added.kind === 'refused') return added;
  const { id, library } = added.entry.article;
  const statements = archive.statements([library]).filter(({ article }) => article.id === id);
  return { ...added, statements, strongest: strongestStatements(statements) };
}

/** What something is called that is added beside others. */
function nameOf(submission: Submission): string {
  if (submission.kind === 'text') return 'The text';
  const { host, pathname, search } = new URL(submission.url);
  const address =
    submission.kind === 'link' ? `${host}${pathname}${search}` : (pathname.split('/').at(-1) ?? '');
  return address.length > LONGEST.name ? `${address.slice(0, LONGEST.name)}…` : address;
}

/** What is left out, of many things or of a form's fields. */
function notesOn({ text, url }: Values, submissions: readonly Submission[]): readonly string[] {
  const left = submissions.slice(MOST).map(nameOf);
  const isLost = text !== undefined && url !== undefined && addressOf(url) === null;
  return [
    ...(left.length === 0
      ? []
      : [`At most ${MOST} are added at once, so these were left out: ${left.join(', ')}.`]),
    ...(isLost ? [`“${url}” is no address, so it was left out.`] : []),
  ];
}

/** What there is to add: links first, then files, or the text that was pasted. */
function submissionsOf(values: Values): readonly Submission[] {
  const { link = '', file, files = '', text } = values;
  const pasted = text?.trim() ?? '';
  // Whoever pastes an address into the form wants what stands there.
  if (text !== undefined && !/^https?:\/\/\S+$/.test(pasted)) return [pastedOf(text, values)];
  const typed = BARE.test(link.trim()) ? `https://${link.trim()}` : `${link} ${pasted}`;
  const links = [...typed.matchAll(LINK)]
    .map(([url]) => ({ kind: 'link' as const, url: endOf(url) }))
    .filter(({ url }) => URL.canParse(url));
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
    pasted: { text: whole, title: told(title), outlet: told(outlet), url: addressOf(url) },
  };
}

const told = (value: string | undefined): string | null => value?.trim() || null;

/** An address as it was typed, with its beginning; null where it is none. */
function addressOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? '';
  const address = BARE.test(text) ? `https://${text}` : text;
  return /^https?:\/\//.test(address) && URL.canParse(address) ? address : null;
}

function nothingIn({ link, files }: Values): string {
  if (files !== undefined) return 'There is no link and no file in that message.';
  return link === undefined
    ? 'There is nothing in it to add.'
    : 'That is no link: it must begin with http:// or https://.';
}

export default add;
