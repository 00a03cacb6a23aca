import type { ArticleEntry, Statement } from '../archive/archive.ts';
import { articleRecord, articleRuns } from './article-lines.ts';
import { cardOf } from './card.ts';
import { cardsReply, linesReply } from './pages.ts';
import type { Action, Reply, Run } from './reply.ts';
import { countOf } from './suggestions.ts';

/** What came of one thing that was to be added: an article that was added or is there already, or why neither. */
export type AddedOutcome =
  | {
      readonly kind: 'added' | 'there';
      readonly entry: ArticleEntry;
      /** All of the article's statements, and those that stand for it. */
      readonly statements: readonly Statement[];
      readonly strongest: readonly Statement[];
    }
  | { readonly kind: 'refused'; readonly why: string; readonly canPaste?: boolean };

/** What came of one thing, and what it is called among several. */
export type NamedOutcome = { readonly name: string; readonly outcome: AddedOutcome };

const LEADS = { added: 'Added: ', there: 'This article is here already: ' } as const;

/**
 * What was understood of what was added: one thing with its strongest quotes and a button to undo it, several in a line each.
 *
 * @param notes - what else is to be said, a sentence each
 */
export function addedReply(outcomes: readonly NamedOutcome[], notes: readonly string[] = []): Reply {
  const below = notes.map((text): readonly Run[] => [{ text }]);
  const [first] = outcomes;
  if (outcomes.length === 1 && first) return { ...one(first.outcome), lines: below };
  const lines = [...outcomes.map(namedLine), ...below];
  const reply = linesReply(
    null,
    lines,
    outcomes.map(({ outcome }) => recordOf(outcome)),
    1,
  );
  const added = outcomes.flatMap(({ outcome }) =>
    outcome.kind === 'added' ? [outcome.entry.article.id] : [],
  );
  return added.length === 0 ? reply : { ...reply, actions: [undo(added)] };
}

/** Why nothing was added. */
export const refusedReply = (why: string): Reply => linesReply(why, [], [], 1);

function one(outcome: AddedOutcome): Reply {
  if (outcome.kind === 'refused') return { ...refusedReply(whyNot(outcome)), records: [recordOf(outcome)] };
  const { kind, entry, strongest } = outcome;
  const cards = strongest.map((statement) => cardOf(statement, []));
  const reply = { ...cardsReply(null, cards, [recordOf(outcome)], 1), lead: lineOf(outcome) };
  return kind === 'added' ? { ...reply, actions: [undo([entry.article.id])] } : reply;
}

/** Why something was not added, with what can be done about it. */
const whyNot = ({ why, canPaste }: Extract<AddedOutcome, { readonly kind: 'refused' }>): string =>
  canPaste ? `${why} If you can read it, copy its text and paste it with /add.` : why;

/** One of several: of what failed it must be said which it was. */
const namedLine = ({ name, outcome }: NamedOutcome): readonly Run[] =>
  outcome.kind === 'refused' ? [{ text: `${name}: `, bold: true }, { text: outcome.why }] : lineOf(outcome);

function lineOf(outcome: Exclude<AddedOutcome, { readonly kind: 'refused' }>): readonly Run[] {
  const { kind, entry, statements } = outcome;
  const speakers = new Set(statements.flatMap(({ speaker }) => (speaker ? [speaker.id] : [])));
  const counts =
    statements.length === 0
      ? 'no quotes found in it'
      : `${countOf(statements.length, 'quote')} by ${countOf(speakers.size, 'speaker')}`;
  return [{ text: LEADS[kind] }, ...articleRuns(entry, [counts])];
}

function recordOf(outcome: AddedOutcome): object {
  if (outcome.kind === 'refused') return { outcome: 'refused', why: outcome.why };
  return { outcome: outcome.kind, ...articleRecord(outcome.entry) };
}

/** As much of each id as tells it from the others: five of them must fit into a button. */
const ID_LENGTH = 12;

/** The button that takes out what was added. */
const undo = (ids: readonly string[]): Action => ({
  label: 'Undo',
  command: 'remove',
  values: { article: ids.map((id) => id.slice(0, ID_LENGTH)).join(',') },
  answers: 'in-place',
});
