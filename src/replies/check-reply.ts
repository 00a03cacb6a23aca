import type { Statement } from '../archive/archive.ts';
import type { Check, Wording } from '../questions/checks/check.ts';
import { cardOf } from './card.ts';
import { cardsReply, linesReply } from './pages.ts';
import { answerRecord } from './records.ts';
import type { Card, Reply, Run } from './reply.ts';

/** The most characters of a statement that are shown again where several were checked. */
const MOST_SHOWN = 80;

const NEAREST = 'The nearest that was said, which is no answer:';
const IN_WORDS: Readonly<Record<Wording, string>> = {
  verbatim: 'word for word',
  shortened: 'in these words, which are shortened',
  altered: 'but in other words than these, as marked',
  paraphrase: 'in other words',
};

/** What the marks of a difference stand for, in these marks. */
const LEGEND: readonly Run[] = [
  { text: 'not in the article', change: 'deleted' },
  { text: ' ' },
  { text: 'in the article only', change: 'inserted' },
];

/** What the articles hold of each of a message's statements, as a reply; a record each. */
export function checkReply(checks: readonly Check[], page: number): Reply {
  const records = checks.map(recordOf);
  const [first, second] = checks;
  if (!first) return linesReply('There are no words to check.', [], records, page);
  if (!second) return oneReply(first, records, page);
  const [found, others] = [
    checks.filter(({ kind }) => kind !== 'not-found'),
    checks.filter(({ kind }) => kind === 'not-found'),
  ];
  const lead = others.map((check) => `${shownClaim(check)} ${verdictOf(check)}`).join('\n');
  const cards = found.map((check) =>
    checkCard(check, [[{ text: `${shownClaim(check)} ${verdictOf(check)}` }]]),
  );
  return cardsReply(lead === '' ? null : lead, cards, records, page);
}

function oneReply(check: Check, records: readonly object[], page: number): Reply {
  const { kind, statement, others } = check;
  const verdict = verdictOf(check);
  if (statement === null) return cardsReply(verdict, [], records, page);
  const lead = kind === 'not-found' ? `${verdict} ${NEAREST}` : verdict;
  return cardsReply(lead, [checkCard(check, []), ...others.map((other) => cardOf(other, []))], records, page);
}

function checkCard({ statement, matching, also, changes }: Check, notes: readonly (readonly Run[])[]): Card {
  const difference = changes.map(({ text, change }): Run => (change === null ? { text } : { text, change }));
  const lines = difference.length === 0 ? notes : [...notes, difference, LEGEND];
  // a check that isn't `not-found` has a statement
  const card = cardOf(statement as Statement, matching, also);
  return lines.length === 0 ? card : { ...card, notes: lines };
}

function shownClaim({ claim: { words } }: Check): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= MOST_SHOWN
    ? `“${line}”:`
    : `“${line.slice(0, MOST_SHOWN).replace(/\s+\S*$/, '')} …”:`;
}

/** What was found, in a sentence about what the articles hold; never whether it is so. */
function verdictOf(check: Check): string {
  const { kind, statement, others } = check;
  if (kind === 'not-found' || statement === null) return notFound(check);
  if (kind === 'said-by-another') return byAnother(check, nameOf(statement));
  const sentence = check.whose === 'untold' ? untold(check, statement) : told(check, statement);
  return others.length === 0 ? sentence : `${sentence} Others said it in the same words.`;
}

function told(check: Check, statement: Statement): string {
  const name = nameOf(statement);
  switch (check.kind) {
    case 'verbatim':
      return asPrinted(statement, name);
    case 'altered':
      return altered(check, name);
    case 'opposite':
      return `The articles have the opposite: ${name}.`;
    default:
      return `In other words: ${name}.`;
  }
}

/** Words that the article prints: the speaker's own where it marks them as a quotation, otherwise its own. */
function asPrinted({ quote: { kind } }: Statement, name: string): string {
  if (kind === 'direct') return `Word for word: ${name}.`;
  if (kind === 'mixed') return `Word for word as the article has it, which quotes ${name} in part.`;
  return `Word for word as the article has it, which tells in its own words what ${name} said.`;
}

function altered({ wording, sense }: Check, name: string): string {
  if (wording === 'shortened') return `Word for word, but shortened: ${name}.`;
  const where = sense === 'number' || sense === 'name' ? `, in a ${sense}` : '';
  return `Altered${where}: ${name} said it otherwise.`;
}

/** The article doesn't tell by name who said it, so that it may be who is claimed to have. */
function untold({ kind, wording, claim }: Check, { speaker }: Statement): string {
  const who = speaker === null ? '' : ` beyond “${speaker.name}”`;
  const unknown = `the article doesn’t tell who said it${who}, nor whether it was ${claim.speaker}.`;
  if (kind === 'opposite') return `The articles have the opposite; ${unknown}`;
  return `That stands in the articles, ${IN_WORDS[wording ?? 'paraphrase']}; ${unknown}`;
}

function byAnother({ claim, isQuoted, wording, choices }: Check, name: string): string {
  const words = IN_WORDS[wording ?? 'paraphrase'];
  if (!isQuoted) return `${nobodyCalled(claim.speaker)} ${name} said that, ${words}.`;
  return `${claimedName(claim.speaker, choices)} didn’t say that in these articles; ${name} did, ${words}.`;
}

function notFound({ claim, isQuoted, isTooShort, choices }: Check): string {
  if (isTooShort) return 'These are too few words to tell whose they are.';
  if (!isQuoted) return `${nobodyCalled(claim.speaker)} Nobody else in them said that.`;
  if (claim.speaker === null) return 'Nobody in these articles said that.';
  return `${claimedName(claim.speaker, choices)} didn’t say that in these articles, nor did anybody else.`;
}

const nobodyCalled = (name: string | null): string => `Nobody called “${name}” is quoted in these articles.`;

/** Whom a claim names, with the people whom that may be: "Trump (Donald Trump or Melania Trump)". */
function claimedName(name: string | null, choices: Check['choices']): string {
  const people = choices.map(({ speaker }) => speaker.name).slice(0, 3);
  return people.length < 2 ? `${name}` : `${name} (${people.join(' or ')})`;
}

const nameOf = ({ speaker, role }: Statement): string => {
  if (speaker === null) return 'somebody whom the article doesn’t name';
  return role === null || !speaker.named ? speaker.name : `${speaker.name}, ${role}`;
};

const recordOf = ({
  claim,
  kind,
  statement,
  wording,
  sense,
  changes,
  also,
  others,
  isQuoted,
}: Check): object => ({
  statement: claim.words,
  claimed: claim.speaker,
  verdict: kind,
  wording,
  sense,
  speakerIsQuoted: isQuoted,
  difference: changes,
  answers:
    kind === 'not-found' || statement === null
      ? []
      : [statement, ...also, ...others].slice(0, 10).map((one) => answerRecord(one, 1)),
});
