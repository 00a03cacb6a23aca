import type { Sight } from './archive/archive.ts';
import type { Desk } from './libraries/desk.ts';
import type { Reply, Values } from './replies/reply.ts';

export type { Values };

/** A choice that is offered while an option is typed: what is shown, and what is sent. */
export type Choice = { readonly name: string; readonly value: string };

/** One option of a command; its value is text: of a file, the address at which Discord keeps it. */
export type Option = {
  /** A text where it isn't set. */
  readonly kind?: 'text' | 'file';
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** What to offer for the text typed so far, best first; a promise only where somebody's own library is looked into. */
  readonly suggest?: (
    typed: string,
    sight: Sight,
    asker?: Asker,
  ) => readonly Choice[] | Promise<readonly Choice[]>;
  /** The most characters that it takes. */
  readonly maxLength: number;
};

/** A field of a form. */
export type Field = {
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  readonly required: boolean;
  /** Whether it takes several lines. */
  readonly long?: true;
  /** At most 4000. */
  readonly maxLength: number;
};

/** A form that is shown instead of an answer; what is filled in becomes the values of another run, by the fields' names. */
export type Form = {
  /** At most 45 characters. */
  readonly title: string;
  /** At most five. */
  readonly fields: readonly Field[];
  /** Whether to show it for what was typed. */
  readonly isWanted: (values: Values) => boolean;
};

/** A person who uses a library that articles can be added to, and what they may do there. */
export type Asker = {
  /** The person's id. */
  readonly person: string;
  /** The id of the channel that they write in. */
  readonly channel: string;
  /**
   * Whether they may do what the command does: Discord has let them use the command itself, or they may manage the server, or the library is
   * their own. False for somebody else who clicks a button below an answer.
   */
  readonly isTrusted: boolean;
  /** Whether they may manage the server, or the library is their own. */
  readonly isManager: boolean;
  /** Their library and no other. */
  readonly desk: Desk;
};

/**
 * A command, written once: Discord's registration, the terminal's help and the parsing of options come from it.
 * `options` stand in the order in which they are asked for, the required ones first.
 */
export type Command = {
  /** Of a command within a group both names: "feed add". */
  readonly name: string;
  readonly description: string;
  /** What the group that it belongs to is about: the loader sets it. */
  readonly group?: string;
  readonly options: readonly Option[];
  /**
   * The names of values that nobody types: they come from what is clicked or picked below an answer ("Which Trump?"), and are
   * carried on with the others. At most 100 characters each.
   */
  readonly carried?: readonly string[];
  /**
   * How it is offered for a message, in Discord's menu of one: what it is called there, at most 32 characters, and the values of
   * its options for the message's text and the addresses of its files. The answer is shown to the asker alone.
   */
  readonly forMessage?: {
    readonly name: string;
    readonly values: (text: string, files: readonly string[]) => Values;
  };
  readonly form?: Form;
  /** Set where it is about a library of the asker's own: it is offered only where there is one, and run with an {@link Asker}. */
  readonly needsLibrary?: true;
  /** Set where only those who may manage a server can use it, unless the server says otherwise. In a group: of all its commands. */
  readonly needsManager?: true;
  /**
   * Set where such a command decides by its {@link Asker} what others may who click a button below an answer, or pick from a menu
   * there. Otherwise whoever may not manage the server is refused.
   */
  readonly decidesItself?: true;
  /** Set where running it is work: how often a person and a server may is limited. */
  readonly isCostly?: true;
  /** Set where the answer is the asker's alone. */
  readonly isPrivate?: true;
  /**
   * Answers with the given page (from 1; a page that isn't there gives the nearest one).
   *
   * @param asker - nobody in the terminal, and in Discord where there is no library but the built-in one
   */
  readonly run: (values: Values, sight: Sight, page: number, asker?: Asker) => Reply | Promise<Reply>;
};

/** Commands under one name: "/feed add", "/feed list". */
export type CommandGroup = {
  readonly name: string;
  readonly description: string;
  /** Each with both names. */
  readonly commands: readonly Command[];
};
