import { readTerms } from '../language/terms.ts';
import type { Statement } from './archive.ts';
import type { ArticleWords } from './article-words.ts';
import { createPostings, type Postings } from './postings.ts';

/** How much more a match in one field counts than in another. */
export const BOOST = { content: 3, speaker: 2, context: 1, title: 0.5 } as const;

/** Where a statement's words may stand: in itself, in its speaker's names and role, around it, in its article's title. */
export type Field = keyof typeof BOOST;
export const FIELDS = Object.keys(BOOST) as readonly Field[];

/** How a term counts in a field: by its weight there, and against which length a text is a long one. */
export type Counting = { readonly weight: number; readonly meanLength: number };

/** The words of one library's statements, looked up by their stems. A text that several statements share is kept once. */
export type StatementIndex = {
  /** Takes in the words of one article, the next in order; its statements are in these paragraphs. */
  addArticle(words: ArticleWords, paragraphs: readonly number[]): void;
  /** Takes in the speakers of all statements in order, in place of those before. */
  setSpeakers(statements: readonly Statement[]): void;
  /** The different stems, in the order in which they came. */
  stems(): Iterable<string>;
  /** How many different stems there are. */
  readonly size: number;
  /** What a field's texts are: how many there are, how many of them have a stem, and how long all of them are. */
  statistics(field: Field, stem: string): Readonly<Record<'texts' | 'having' | 'length', number>>;
  /** Begins a search: what was counted before is forgotten. */
  clear(): void;
  /** Counts a stem in a field for whoever has it, as a match of the query's term of that number (from 0 to 30). */
  count(field: Field, stem: string, counting: Counting, term: number): void;
  /** Calls `visit` for each statement, by its place, that anything was counted for: with its sum, and a bit for each term. */
  eachCounted(visit: (place: number, sum: number, terms: number) => void): void;
};

type FieldIndex = {
  postings: Postings;
  /** Which text each statement has, by the statement's place. */
  textOf: number[];
  sums: Float64Array;
  terms: Int32Array;
};

// The constants of BM25+ as MiniSearch has them. Lv and Zhai, "Lower-bounding term frequency normalization", CIKM 2011.
const [K, B, D] = [1.2, 0.7, 0.5];

const newField = (): FieldIndex => ({
  postings: createPostings(),
  textOf: [],
  sums: new Float64Array(0),
  terms: new Int32Array(0),
});

/** An index of no statement. */
export function createStatementIndex(): StatementIndex {
  const numbers = new Map<string, number>();
  const fields: Record<Field, FieldIndex> = {
    content: newField(),
    speaker: newField(),
    context: newField(),
    title: newField(),
  };
  const numberOf = (stem: string) => {
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  };
  return {
    addArticle({ stems, contents, paragraphs: texts, title }, paragraphs) {
      const { content, context, title: titles } = fields;
      const known = stems.map(numberOf);
      const add = ({ postings }: FieldIndex, words: readonly number[]) =>
        postings.add(words.map((word) => known[word] as number));
      for (const words of contents) content.textOf.push(add(content, words));
      const textOf = new Map(texts.map(([paragraph, words]) => [paragraph, add(context, words)]));
      const none = textOf.get(paragraphs[0] ?? 0) ?? 0;
      for (const paragraph of paragraphs) context.textOf.push(textOf.get(paragraph) ?? none);
      const own = add(titles, title);
      for (const _ of paragraphs) titles.textOf.push(own);
    },
    setSpeakers(statements) {
      fields.speaker = newField();
      const { postings, textOf } = fields.speaker;
      const texts = new Map<string, number>();
      for (const statement of statements) {
        const { speaker, role } = statement;
        const key = `${speaker?.id}\n${speaker?.name}\n${role}`;
        const text =
          texts.get(key) ??
          postings.add(readTerms(speakerWords(statement)).map(({ stem }) => numberOf(stem)));
        texts.set(key, text);
        textOf.push(text);
      }
    },
    stems: () => numbers.keys(),
    get size() {
      return numbers.size;
    },
    statistics(field, stem) {
      const { postings } = fields[field];
      const { texts, meanLength } = postings;
      return {
        texts,
        having: postings.frequency(numbers.get(stem) ?? Number.MAX_SAFE_INTEGER - 1),
        length: meanLength * texts,
      };
    },
    clear() {
      for (const field of Object.values(fields)) {
        const { texts } = field.postings;
        if (field.sums.length < texts) {
          field.sums = new Float64Array(texts);
          field.terms = new Int32Array(texts);
        } else {
          field.sums.fill(0);
          field.terms.fill(0);
        }
      }
    },
    count: (field, stem, counting, term) => {
      const number = numbers.get(stem);
      if (number !== undefined) countTerm(fields[field], number, counting, 1 << term);
    },
    eachCounted: (visit) => visitCounted(fields, visit),
  };
}

const speakerWords = ({ speaker, role }: Statement): string =>
  speaker ? [speaker.name, ...speaker.aliases, role ?? ''].join(' ') : '';

function countTerm(
  { postings, sums, terms }: FieldIndex,
  number: number,
  { weight, meanLength }: Counting,
  bit: number,
): void {
  postings.each(number, (text, times) => {
    const length = postings.length(text) / meanLength;
    const share = (times * (K + 1)) / (times + K * (1 - B + B * length));
    sums[text] = (sums[text] as number) + weight * (D + share);
    terms[text] = (terms[text] as number) | bit;
  });
}

function visitCounted(
  { content, speaker, context, title }: Readonly<Record<Field, FieldIndex>>,
  visit: (place: number, sum: number, terms: number) => void,
): void {
  for (let place = 0; place < content.textOf.length; place++) {
    const c = content.textOf[place] as number;
    const s = speaker.textOf[place] as number;
    const x = context.textOf[place] as number;
    const t = title.textOf[place] as number;
    const terms =
      (content.terms[c] as number) |
      (speaker.terms[s] as number) |
      (context.terms[x] as number) |
      (title.terms[t] as number);
    if (terms === 0) continue;
    const sum =
      (content.sums[c] as number) +
      (speaker.sums[s] as number) +
      (context.sums[x] as number) +
      (title.sums[t] as number);
    visit(place, sum, terms);
  }
}
