/** The values of a command's options by name; an option that was not given has none. */
export type Values = Readonly<Partial<Record<string, string>>>;

/** A piece of text with one look. Its text is plain: each face escapes it for the place where it is shown. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  /** Of two wordings that are compared: `deleted` stands only in what was checked, `inserted` only in the article. */
  readonly change?: 'deleted' | 'inserted';
  /** Where the text leads, an http or https address. */
  readonly url?: string;
  /** The id of a channel or a person that Discord shows by name in place of the text. Nobody is pinged by it. */
  readonly mention?: { readonly kind: 'channel' | 'person'; readonly id: string };
};

/** One statement as a person is shown it, from top to bottom. */
export type Card = {
  /** Lines on top of it: what a check of a statement found, and how the words differ. */
  readonly notes?: readonly (readonly Run[])[];
  /** The statement's id, for the button that shows the paragraph around it. */
  readonly statement: string;
  /** The speaker in bold, then the role. */
  readonly speaker: readonly Run[];
  /** When and where it was said. */
  readonly said: string | null;
  /** The words as they stand in the article, with those that match in bold. */
  readonly words: readonly Run[];
  /** True where the words are the article's and not the speaker's own (an indirect statement). */
  readonly paraphrase: boolean;
  /** How it was told who the speaker is, where the article doesn't name them there: "“he” is Mark Rutte here, …". */
  readonly why: string | null;
  /** Title, outlet, byline, date, paragraph, and a link where the article has an address. */
  readonly source: readonly Run[];
  /** Lines for the other articles that print the same words, the last one "and 3 more" where there are many. */
  readonly also: readonly (readonly Run[])[];
};

/** People between whom the asker is to choose, where a question doesn't tell whom it means. */
export type Choosing = {
  /** "Which Trump?" */
  readonly prompt: string;
  readonly people: readonly Person[];
  /** The id of the one who has been chosen; null where nobody has yet. */
  readonly chosen: string | null;
};

/** Somebody to choose: the speaker's id and name, and what tells them from the others: "US President · 12 quotes". */
export type Person = { readonly id: string; readonly name: string; readonly about: string };

/** A button below a reply: a command that is run when it is clicked, and what it is run with. */
export type Action = {
  readonly label: string;
  /** Set where it can't be undone. */
  readonly isDangerous?: true;
  readonly command: string;
  readonly values: Values;
  /** Whether the answer takes the place of the message that was clicked, or is one of its own, for who clicked. */
  readonly answers: 'in-place' | 'apart';
};

/** A menu below a reply: the value that is picked goes to a command, whose answer is one of its own, for who picked. */
export type Picking = {
  readonly prompt: string;
  /** At most 25, with different values of at most 100 characters. */
  readonly options: readonly { readonly label: string; readonly about: string; readonly value: string }[];
  readonly command: string;
  /** The name that the value goes by in the command's values. */
  readonly as: string;
};

/** A file that comes with a reply. */
export type ReplyFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a command gives back, the same for every face. */
export type Reply = {
  /** A sentence above everything else, where one is needed: "Nobody in these articles said that. …" */
  readonly lead: readonly Run[] | null;
  /** The statements of this page, best first. */
  readonly cards: readonly Card[];
  /** Lines of a list (speakers, articles, commands) or of a paragraph; below cards, short ones of what else there is. */
  readonly lines: readonly (readonly Run[])[];
  /** Which page this is, counted from 1, where there are several; null where all is shown. */
  readonly page: { readonly number: number; readonly of: number } | null;
  /** Between whom the question doesn't tell; absent where it tells. */
  readonly choosing?: Choosing;
  /** At most five buttons. */
  readonly actions?: readonly Action[];
  readonly picking?: Picking;
  readonly files?: readonly ReplyFile[];
  /** What `--json` prints: every result, not only this page's, an object a line. */
  readonly records: readonly object[];
};

/** How many statements or list lines a page shows. */
export const PAGE = { cards: 3, lines: 15 } as const;
