import type { Sight, Statement } from '../archive/archive.ts';
import type { Command, Values } from '../commands.ts';
import { type FollowUp, type Previous, readFollowUp } from '../questions/follow-ups/follow-up.ts';
import { isKnownName } from '../questions/follow-ups/known-name.ts';
import { untold } from './answer-reply.ts';
import { cardOf } from './card.ts';
import { contextReply } from './context.ts';
import { cardsReply, linesReply } from './pages.ts';
import type { Reply } from './reply.ts';

/** An answer that was shown, as far as its message tells. */
export type Shown = {
  readonly command: Command;
  readonly values: Values;
  readonly page: number;
  /** The id of the statement that was shown first; null where none was. */
  readonly statement: string | null;
};

/** A reply with the command and the values that it can be gone on from. */
export type Continued = { readonly reply: Reply; readonly command: Command; readonly values: Values };

/** Said where "when?" is asked of an answer that is no longer known. */
const FORGOTTEN = 'I can’t tell any more what that is about: please ask in full.';

/**
 * Answers what somebody says to an answer of the bot.
 *
 * @param shown - the answer, without values where its message tells none; null where nothing was answered before
 * @param ask - the command that answers questions
 * @returns null where there is nothing to answer ("thanks")
 */
export async function followUpReply(
  typed: string,
  shown: Shown | null,
  ask: Command,
  sight: Sight,
): Promise<Continued | null> {
  const first = shown?.statement == null ? undefined : statementOf(shown.statement, sight);
  const previous: Previous = {
    question: shown === null ? '' : questionOf(shown.values),
    speaker: first?.speaker?.named ? first.speaker.name : null,
    showsStatement: first !== undefined,
  };
  const read = (before: Previous) =>
    readFollowUp(typed, before, (name) => isKnownName(name, sight.archive, sight.libraries));
  const asked = read(previous);
  if (asked.kind === 'nothing') return null;
  const isLost = shown !== null && previous.question === '' && !previous.showsStatement;
  if (isLost && read({ ...previous, showsStatement: true }).kind !== 'question')
    return { reply: linesReply(FORGOTTEN, [], [], 1), command: ask, values: {} };
  if (asked.kind === 'question') return question(asked, shown, ask, sight);
  if (shown === null) return null;
  if (asked.kind === 'more') return more(shown, first, ask, sight);
  const { command, values } = shown;
  return { reply: aboutStatement(asked.kind, first, sight), command, values };
}

const statementOf = (id: string, { archive, libraries }: Sight): Statement | undefined =>
  archive.statement(id, libraries);

/** The longest statement whose question is gone on from, in characters; a longer one is a text of its own. */
const LONGEST_STATEMENT = 250;

/** The question that a command's values stand for, in words; empty where they stand for none. */
function questionOf({ question, statement, speaker, about = '' }: Values): string {
  if (question !== undefined) return question;
  if (statement !== undefined && statement.length <= LONGEST_STATEMENT)
    return speaker === undefined ? `who said ${statement}` : `did ${speaker} say ${statement}`;
  if (speaker === undefined) return '';
  return about === '' ? `what did ${speaker} say` : `what did ${speaker} say about ${about}`;
}

async function question(
  { question: words, samePerson }: Extract<FollowUp, { readonly kind: 'question' }>,
  shown: Shown | null,
  ask: Command,
  sight: Sight,
): Promise<Continued> {
  const { speaker } = shown?.command === ask && samePerson ? shown.values : {};
  const values = { question: shortened(words, ask), ...(speaker === undefined ? {} : { speaker }) };
  return { reply: await ask.run(values, sight, 1), command: ask, values };
}

/** As much of a question as the command takes, up to the end of a word. */
function shortened(words: string, { options: [option] }: Command): string {
  const most = option?.maxLength ?? Number.POSITIVE_INFINITY;
  const characters = [...words.replace(/\s+/g, ' ').trim()];
  if (characters.length <= most) return characters.join('');
  const cut = characters.slice(0, most).join('');
  return cut.replace(/(?<=\S)\s\S*$/, '');
}

/**
 * The next page of an answer. Behind the last one, what else the speaker says of the statement that was shown first; nothing,
 * where that was so already.
 */
async function more(
  { command, values, page }: Shown,
  first: Statement | undefined,
  ask: Command,
  sight: Sight,
): Promise<Continued> {
  const { question: asked, beyond } = values;
  const isEmpty = Object.keys(values).length === 0;
  // What works on a library is not done once more because somebody says "more".
  const next = isEmpty || command.needsLibrary ? null : await command.run(values, sight, page + 1);
  if (next?.page?.number === page + 1) return { reply: next, command, values };
  if (command === ask && asked !== undefined && beyond === undefined) {
    const further = { ...values, beyond: '1' };
    return { reply: await ask.run(further, sight, 1), command, values: further };
  }
  const name = first?.speaker?.named && beyond === undefined ? first.speaker.name : null;
  if (name === null || isAllOf(values))
    return { reply: linesReply('That was all.', [], [], 1), command, values };
  const everything = { question: `what did ${name} say` };
  return { reply: await ask.run(everything, sight, 1), command: ask, values: everything };
}

/** Whether a command's values ask for all that a speaker says, so that behind its last page there is no more. */
const isAllOf = ({ speaker, about, kind, article }: Values): boolean =>
  speaker !== undefined && [about, kind, article].every((value) => value === undefined);

/** What is asked about a statement that was shown: the statement itself, or the paragraph around it. */
function aboutStatement(
  kind: 'when' | 'where' | 'who' | 'source' | 'context',
  statement: Statement | undefined,
  sight: Sight,
): Reply {
  if (statement === undefined) return linesReply(FORGOTTEN, [], [], 1);
  if (kind === 'context') return contextReply(statement.id, sight);
  const lead = kind === 'when' || kind === 'where' ? untold(kind, statement) : null;
  return cardsReply(lead, [cardOf(statement, [])], [], 1);
}
