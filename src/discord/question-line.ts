import { type APITextDisplayComponent, ComponentType } from 'discord.js';
import { onOneLine, toMarkdown } from './markdown.ts';

/**
 * The numeric id of the text that shows the question, by which it is found again: Discord numbers the components without an id
 * from 1 on.
 */
const ID = 1_000_000;
const SMALL = '-# ';

/**
 * The question that a message answers, in small print: where no button has the room to hold it, it stands where anybody can read
 * it, the bot too when somebody replies. Null where there is none.
 */
export function questionLine(question: string | undefined): APITextDisplayComponent | null {
  const text = toMarkdown(onOneLine([{ text: question ?? '' }])).trim();
  return text === '' ? null : { type: ComponentType.TextDisplay, id: ID, content: `${SMALL}${text}` };
}

/** The question that a message shows, as it was asked; null where it shows none. */
export function readQuestionLine(
  components: readonly { readonly id?: unknown; readonly content?: unknown }[],
): string | null {
  const content = components.find(({ id }) => id === ID)?.content;
  if (typeof content !== 'string' || !content.startsWith(SMALL)) return null;
  // a backslash stands before what would be Markdown, and nowhere else
  return content.slice(SMALL.length).replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
