import { basename } from 'node:path';
import type { Archive, ArticleEntry, ChangingArchive, Statement } from '../archive/archive.ts';
import type { FullReading } from '../archive/full-reading.ts';
import { type Article, BUILT_IN, type LibraryId } from '../articles/article.ts';
import { addressKey } from '../intake/address-key.ts';
import type { Draft } from '../intake/draft.ts';
import type { Fetch, Fetched } from '../intake/fetch.ts';
import { readDraft } from '../intake/read-draft.ts';
import { readFile } from '../intake/read-file.ts';
import { readPasted } from '../intake/read-pasted.ts';
import { Refusal } from '../intake/refusal.ts';
import { countOf } from '../replies/suggestions.ts';
import type { KeptArticle, Storage } from '../storage/storage.ts';
import type { Added, Submission } from './desk.ts';
import type { Limits } from './limits.ts';
import { packReading, readSource } from './reading.ts';
import type { Register } from './register.ts';
import { isNearlyTheSame, type Sketch, sketchOf, writeSketch } from './sketch.ts';
import type { Turns } from './turns.ts';

/** Told of an article that has come into a library, with its statements as the library shows them, and when it was added. */
export type CameIn = (article: Article, statements: readonly Statement[], addedAt: number) => void;

/** What articles are added with. */
export type AddingParts = {
  readonly archive: ChangingArchive;
  readonly register: Register;
  readonly storage: Storage;
  readonly fetch: Fetch;
  readonly limits: Limits;
  /** Whose turn it is to change a library. */
  readonly turns: Turns;
  /** Stands for what reads articles. */
  readonly version: string;
  readonly now: () => number;
  readonly cameIn: CameIn;
};

/** Who adds an article to which library: a person, or a feed. */
export type Adding = {
  readonly library: LibraryId;
  readonly by: string | null;
  readonly feed: string | null;
};

/**
 * Adds what is submitted to a library, unless it, or nearly the same text, is there or among the built-in articles. Once this is
 * fulfilled with `added`, the article is kept. What the person can mend is told as `refused`; anything else throws.
 */
export async function addArticle(submission: Submission, adding: Adding, parts: AddingParts): Promise<Added> {
  const known = submission.kind === 'link' ? atAddress(submission.url, adding.library, parts) : null;
  if (known) return { kind: 'there', entry: known };
  const draft = await unlessRefused(draftOf(submission, parts.fetch));
  // What the program can't get at, a person may.
  if ('kind' in draft) return submission.kind === 'link' ? { ...draft, canPaste: true } : draft;
  const vouched = { ...adding, isVouchedFor: isVouchedFor(submission, adding) };
  return unlessRefused(addDraft(draft, vouched, parts));
}

/** What comes of some work, or why a person is refused it; any other fault goes on. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | Extract<Added, { readonly kind: 'refused' }>> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Refusal) return { kind: 'refused', why: cause.message };
    throw cause;
  }
}

/**
 * Whether an article stands at its address for all that is known: it was fetched from there, or the feed that tells of it says so. What a
 * file or a pasted text says of itself may be anything, and must not keep the real page out.
 */
const isVouchedFor = ({ kind }: Submission, { feed }: Adding): boolean => kind === 'link' || feed !== null;

async function draftOf(submission: Submission, fetch: Fetch): Promise<Draft> {
  if (submission.kind === 'text') return readPasted(submission.pasted);
  if (submission.kind === 'link') return readDraft(await fetch(submission.url), submission.told);
  const { bytes, type, charset } = await fetchFile(submission.url, fetch);
  const told = type === null || charset === null ? type : `${type}; charset=${charset}`;
  return readFile(fileNameOf(submission.url), bytes, told);
}

/** Fetches a file that somebody has sent: where Discord keeps it is of no interest to them. */
async function fetchFile(url: string, fetch: Fetch): Promise<Fetched> {
  try {
    return await fetch(url);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new Refusal(cause.message.replace(/^What \S+ sends/, 'That file'), { cause });
  }
}

/** The name of the file at an address. */
function fileNameOf(url: string): string {
  const { pathname } = new URL(url);
  try {
    return basename(decodeURIComponent(pathname));
  } catch {
    return basename(pathname);
  }
}

/** Half a character, which no database keeps. */
const HALF = /\p{Surrogate}/gu;

type DraftAdding = Adding & { readonly isVouchedFor: boolean };

async function addDraft(draft: Draft, adding: DraftAdding, parts: AddingParts): Promise<Added> {
  const [text = '', file = ''] = [draft.text, draft.file].map((one) => one.replace(HALF, '\ufffd'));
  const { archive, limits, turns } = parts;
  const { library } = adding;
  if (text.length > limits.characters) throw new Refusal(tooLong(text.length, limits.characters));
  const held = parts.register.entries(library).length;
  if (held >= limits.articles) throw new Refusal(full(held));
  const reading = await readSource({ text, file, library });
  const { article } = reading.stated;
  const sketch = sketchOf(article);
  return turns(library, async () => {
    const same =
      (article.url === null ? null : atAddress(article.url, library, parts)) ??
      withText(article, sketch, parts);
    if (same) return { kind: 'there', entry: same };
    const kept = keptOf(article, sketch, adding, parts.now());
    const packed = { version: parts.version, body: packReading(reading) };
    const outcome = await parts.storage.articles.add(kept, packed, limits.articles);
    if (outcome.kind === 'full') throw new Refusal(full(limits.articles));
    if (outcome.kind === 'there') {
      // Another process has it, and this one will be told in a moment.
      const entry = entryOf(outcome.id, library, archive) ?? { article, statements: quotesIn(reading) };
      return { kind: 'there', entry };
    }
    parts.register.add(kept);
    archive.add([reading.stated]);
    const statements = statementsOf(article.id, library, archive);
    parts.cameIn(article, statements, kept.addedAt);
    return { kind: 'added', entry: { article, statements: statements.length } };
  });
}

const quotesIn = ({ stated }: FullReading): number => stated.quotes.length;

const tooLong = (length: number, most: number): string =>
  `That text has ${length.toLocaleString('en-US')} characters; an article may have ${most.toLocaleString('en-US')} here.`;

const full = (most: number): string =>
  `This library holds ${countOf(most, 'article')} already, and may hold no more: remove some first.`;

function keptOf(
  article: Article,
  sketch: Sketch,
  { library, by, feed, isVouchedFor }: DraftAdding,
  now: number,
): KeptArticle {
  const { id, file, text, url } = article;
  const key = url === null || !isVouchedFor ? null : addressKey(url);
  return {
    id,
    library,
    file,
    text,
    addressKey: key,
    sketch: writeSketch(sketch),
    addedBy: by,
    feed,
    addedAt: now,
  };
}

/** The article that the library or the built-in one has from an address; null where neither has one. */
function atAddress(url: string, library: LibraryId, { archive, register }: AddingParts): ArticleEntry | null {
  if (!URL.canParse(url)) return null;
  const key = addressKey(url);
  const own = register.atAddress(key, library);
  if (own) return entryOf(own.id, library, archive);
  const builtIn = archive.articles([BUILT_IN]);
  return builtIn.find(({ article }) => article.url !== null && addressKey(article.url) === key) ?? null;
}

/** The article of the library or the built-in one that has nearly the same text; null where neither has one. */
function withText(
  { id, library }: Article,
  sketch: Sketch,
  { archive, register }: AddingParts,
): ArticleEntry | null {
  const own = register.entry(id, library) ?? register.nearlyTheSame(sketch, library);
  if (own) return entryOf(own.id, library, archive);
  const builtIn = archive.articles([BUILT_IN]);
  return builtIn.find(({ article }) => isNearlyTheSame(builtInSketch(article), sketch)) ?? null;
}

const builtInSketches = new WeakMap<Article, Sketch>();

function builtInSketch(article: Article): Sketch {
  const sketch = builtInSketches.get(article) ?? sketchOf(article);
  builtInSketches.set(article, sketch);
  return sketch;
}

/** The statements of an article, as its library shows them. */
export const statementsOf = (id: string, library: LibraryId, archive: Archive): readonly Statement[] =>
  archive.statements([library]).filter(({ article }) => article.id === id);

/** An article of a library as the archive has it. */
export function entryOf(id: string, library: LibraryId, archive: Archive): ArticleEntry | null {
  return archive.articles([library]).find(({ article }) => article.id === id) ?? null;
}
