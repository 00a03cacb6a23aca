import { genderOfFirstName } from '../language/first-names.ts';
import { foldName } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { CAPITALS, fullBodyName } from './bodies.ts';
import { turnsBefore } from './lately.ts';
import { blockAt, bodyOf, sentenceAt } from './layout.ts';
import { readNamed } from './named.ts';
import { OPENERS } from './openers.ts';
import type { Turn } from './pronouns.ts';
import type { Scene } from './scene.ts';
import { DOCUMENTS } from './titles.ts';

/** The name of whoever made a document, or of a body, that one word at an offset goes back to: "the report", "the committee". */
export const nameFor = (scene: Scene, head: string, at: number, turns: readonly Turn[]): string | null =>
  DOCUMENTS.has(head)
    ? makerOf(scene, head, at, turns)
    : ((BODIES.has(head) ? bodyAt(scene, head, at) : null) ??
      (VARIED.has(head) ? bodyInTurn(scene, at, turns) : null));

/** Bodies that news calls by a word that isn't in their names. */
const KNOWN_AS = new Map([
  ['alliance', 'NATO'],
  ['bloc', 'European Union'],
]);

/** Bodies that news goes back to by the last word of their names. */
const BODIES = new Set(
  `committee commission council department ministry agency bureau court party foundation association institute university
  board union league federation academy campaign administration tribunal caucus coalition authority alliance bloc`.split(
    /\s+/,
  ),
);

/** Words by which news varies the name of a body that it has just named. */
const VARIED = new Set(
  `company firm carmaker automaker retailer bank airline newspaper paper tabloid magazine publication outlet network channel
  broadcaster website site group organization organisation nonprofit charity union watchdog regulator agency`.split(
    /\s+/,
  ),
);

/** The body that spoke last, where a word can be another for its name. */
function bodyInTurn(scene: Scene, at: number, turns: readonly Turn[]): string | null {
  const last = turnsBefore(turns, at).at(-1);
  if (!last?.attribution || last.person?.human || last.several || last.attribution.how === 'described')
    return null;
  const away = sentenceAt(scene.layout, at) - sentenceAt(scene.layout, last.at);
  return away <= 3 && blockAt(scene.layout, at) - blockAt(scene.layout, last.at) <= 1
    ? last.attribution.name
    : null;
}

/** Who made the document that "the report" goes back to: whoever the last such document is said to be of, or a publisher who spoke last. */
function makerOf(scene: Scene, head: string, at: number, turns: readonly Turn[]): string | null {
  const kind = KINDS.find((kinds) => kinds.includes(head));
  if (!kind) return null;
  const text = scene.copy.text.slice(Math.max(sentencesBefore(scene, at, 6), entryStart(scene, at)), at);
  const noun = `(?:${kind.join('|')})`;
  const attributed = PUBLISHED.has(kind[0] ?? '')
    ? `(?<!\\p{L})(?:an?|the|new|recent|latest)\\s+(${CAPITALS})|`
    : '()(?!)|';
  const by = new RegExp(
    `(?<!\\p{L})${noun}\\s+(?:(?:published|released|conducted|made|written)\\s+)?(?:by|from)\\s+(?:the\\s+)?(${CAPITALS})`,
    'gu',
  );
  const of = new RegExp(`(?:${attributed}(${CAPITALS})[’']s?)\\s+(?:\\p{Ll}+\\s+)?${noun}(?!\\p{L})`, 'gu');
  const made = [...text.matchAll(by), ...text.matchAll(of)].sort((a, b) => a.index - b.index).at(-1);
  const named = readNamed(made?.[1] ?? made?.[2] ?? '', '');
  if (named && isMaker(named.name) && (/\s/.test(named.name) || genderOfFirstName(named.name) === null)) {
    const person = scene.people.find(
      ({ name, last }) => name === named.name || last === foldName(named.name).at(-1),
    );
    return person?.name ?? fullBodyName(bodyOf(scene.copy), named.name);
  }
  const last = turnsBefore(turns, at).at(-1);
  // "The ad … The clip": what went back to somebody before does so again
  const again = last?.attribution?.how === 'role';
  const isPersonal = PERSONAL.has(head);
  if (made || !(PUBLISHED.has(head) || isPersonal || again) || !last?.attribution) return null;
  if (last.person?.human && !isPersonal) return null;
  if (isPersonal && !isMadeBy(scene, head, last.at, at)) return null;
  const away = sentenceAt(scene.layout, at) - sentenceAt(scene.layout, last.at);
  const paragraphs = blockAt(scene.layout, at) - blockAt(scene.layout, last.at);
  const near = away <= 3 && paragraphs <= 1 && last.at >= entryStart(scene, at);
  return near && last.attribution.how !== 'described' ? last.attribution.name : null;
}

/** Whether the words from a speaker to a document let it be the speaker's: it isn't what is spoken about, nor a talk of several. */
function isMadeBy({ copy }: Scene, head: string, from: number, at: number): boolean {
  const between = copy.text.slice(from, at);
  if (head === 'transcript') return !/^[^“"]{0,60}["“]?\s*\p{Lu}[\p{Lu} .'-]{2,}:/u.test(copy.text.slice(at));
  return !new RegExp(`(?<!\\p{L})(?:the|that|this)\\s+(?:\\p{Ll}+\\s+)?${head}(?!\\p{L})`, 'iu').test(
    between,
  );
}

/** Where so many sentences before an offset begin, below the headline. */
const sentencesBefore = ({ layout, copy }: Scene, at: number, many: number): number =>
  Math.max(
    copy.paragraphs[0]?.span[0] ?? 0,
    layout.sentences[Math.max(0, sentenceAt(layout, at) - many)] ?? 0,
  );

/** Where the entry of a live blog begins that holds an offset: "10:45 - …"; 0 for other articles. */
function entryStart({ copy, layout }: Scene, at: number): number {
  const block = blockAt(layout, at);
  const entry = layout.blocks
    .slice(Math.max(0, block - 6), block + 1)
    .findLast(([start]) => /^\P{L}{0,4}\d{1,2}[:.h]\d\d(?!\d)/u.test(copy.text.slice(start, start + 12)));
  return entry?.[0] ?? 0;
}

/** The publisher of "a Times article", of which the words themselves tell; null for other documents. */
export function publisherOf({ copy }: Scene, description: string): string | null {
  const [, name, , poll] = PUBLISHERS.exec(description) ?? ISSUED.exec(description) ?? [];
  if (name === undefined || !isMaker(name)) return null;
  const full = fullBodyName(bodyOf(copy), name);
  return poll === undefined ? full : `${full} ${poll}`;
}

const PAPER =
  '(?:article|report|story|piece|editorial|column|[Ss]tudy|analysis|ad|advertisement|spot|video|statement|release|memo)';
/** They are known by their makers' names with the word. */
const POLL = '[Pp]oll|[Ss]urvey';
const MADE = '(?:published|released|conducted|commissioned|produced|issued|taken|made|written|done)';
/** "a Times article", "one Club for Growth ad", "the Sun-Mirror national poll conducted in May". */
const PUBLISHERS = new RegExp(
  `^(?:[Aa]n?|[Oo]ne|[Tt]he|[Tt]his|[Aa]nother)\\s+(?:[\\p{Ll}-]+\\s+){0,2}?(${CAPITALS}(?:[-/]${CAPITALS})*)(?:[’']s)?\\s+(?:[\\p{Ll}-]+\\s+){0,2}?(${PAPER}|(${POLL}))(?:,?\\s+(?:${MADE}|of|in|from|on)(?:\\s.*)?)?$`,
  'u',
);
/** "a report issued in May by the Bridge Board", "a new ad from Club for Growth". */
const ISSUED = new RegExp(
  `^(?:[Aa]n?|[Oo]ne|[Tt]he|[Tt]his|[Aa]nother)\\s+(?:[\\p{Ll}-]+\\s+){0,3}?(?:${PAPER}|${POLL})\\s+(?:[\\p{L}\\d ]{0,60}?${MADE}\\s+(?:[\\p{L}\\d ]{0,40}?\\s)?)?(?:by|from)\\s+(?:the\\s+)?(${CAPITALS}(?:[-/]${CAPITALS})*)$`,
  'u',
);

/** Whether a name may be a maker's: no people's or party's adjective, no opening word. */
const isMaker = (name: string): boolean =>
  name.length > 2 &&
  placeOf(name.toLowerCase()) === undefined &&
  !OPENERS.test(name.split(' ')[0] ?? '') &&
  !/^\p{Lu}\p{Ll}+(?:an|ans|ic|ish|ese)$/u.test(name);

/** What comes out under its maker's name. */
const PUBLISHED = new Set(['article', 'piece', 'story', 'report', 'study', 'poll', 'survey', 'editorial']);
/** What a person writes or says as well, so that it may be of whoever spoke last. */
const PERSONAL = new Set(
  'editorial column op-ed essay blog statement release letter email note memo message post tweet transcript'.split(
    ' ',
  ),
);
/** Words for the same kind of document. */
const KINDS: readonly (readonly string[])[] = [
  ['article', 'piece', 'story', 'report', 'feature', 'profile', 'investigation', 'account'],
  ['study', 'report', 'survey', 'analysis', 'paper', 'review'],
  ['poll', 'survey'],
  ['ad', 'advertisement', 'spot', 'commercial', 'video', 'clip'],
  ['film', 'documentary', 'movie'],
  ['book', 'memoir'],
  ['editorial', 'column', 'op-ed', 'essay', 'blog', 'piece'],
  ['statement', 'release'],
  ['letter', 'email', 'note', 'memo'],
  ['post', 'tweet'],
  ['message'],
  ['transcript'],
];

/** The body that "the committee" goes back to: the only one lately named whose name has the word. */
function bodyAt(scene: Scene, head: string, at: number): string | null {
  const word = head.replace(/^./, (first) => first.toUpperCase());
  const named = new RegExp(
    `(?<!\\p{L})(?:(?:${CAPITALS}\\s+(?:(?:of|for|and|on|the)\\s+)*)?${word}\\s+(?:of|for|on)\\s+(?:the\\s+)?${CAPITALS}|${CAPITALS}\\s+(?:${word}|${head}))(?!\\p{L})`,
    'gu',
  );
  const text = scene.copy.text.slice(sentencesBefore(scene, at, 12), at);
  const names = new Set(
    [...text.matchAll(named)]
      .map(([name]) => withoutPerson(scene, withoutOpeners(name)))
      .filter((name) => /\s/.test(name)),
  );
  const [only] = names;
  if (names.size > 0) return names.size === 1 && only !== undefined ? only : null;
  const known = KNOWN_AS.get(head);
  return known && new RegExp(`(?<!\\p{L})${known}(?!\\p{L})`, 'u').test(scene.copy.text) ? known : null;
}

/** A name from behind the words that only open its sentence. */
function withoutOpeners(name: string): string {
  const [first = '', ...others] = name.split(/\s+/);
  return OPENERS.test(first) && others.length > 0 ? withoutOpeners(others.join(' ')) : name;
}

/** A body's name without the name of somebody behind it: "Ministry of Finance | Brian Cole". */
function withoutPerson({ people }: Scene, name: string): string {
  const person = people.find((one) => one.human && name.endsWith(` ${one.name}`));
  return person ? name.slice(0, -person.name.length).trim() : name;
}
