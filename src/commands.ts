import type { Sight } from './archive/archive.ts';
import type { Reply } from './replies/reply.ts';

/** A choice that is offered while an option is typed: what is shown, and what is sent. */
export type Choice = { readonly name: string; readonly value: string };

/** One option of a command; its value is text. */
export type Option = {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** What to offer for the text typed so far, best first. */
  readonly suggest?: (typed: string, sight: Sight) => readonly Choice[];
  /** The most characters that it takes. */
  readonly maxLength: number;
};

/** The values of a command's options by name; an option that was not given has none. */
export type Values = Readonly<Partial<Record<string, string>>>;

/**
 * A command, written once: Discord's registration, the terminal's help and the parsing of options come from it.
 * `options` stand in the order in which they are asked for, the required ones first.
 */
export type Command = {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
  /**
   * The names of values that nobody types: they come from what is clicked or picked below an answer ("Which Trump?"), and are
   * carried on with the others. At most 100 characters each.
   */
  readonly carried?: readonly string[];
  /**
   * How it is offered for a message, in Discord's menu of one: what it is called there, at most 32 characters, and the values of
   * its options for the message's text. The answer is shown to the asker alone.
   */
  readonly forMessage?: { readonly name: string; readonly values: (text: string) => Values };
  /** Answers with the given page (from 1; a page that isn't there gives the nearest one). */
  readonly run: (values: Values, sight: Sight, page: number) => Reply | Promise<Reply>;
};
