import type { Article, Paragraph, Span } from '../articles/article.ts';
import { genderOfFirstName } from '../language/first-names.ts';
import { foldName, foldPlain } from '../language/names.ts';
import { overlap } from '../language/span.ts';
import { findQuotations } from '../quotes/quotation-marks.ts';
import { hasBodyWord } from '../speakers/bodies.ts';
import { readLayout } from '../speakers/layout.ts';
import type { AttributedQuote } from './read-attributions.ts';

/** Paragraphs that somebody signs: a letter, or a piece of opinion. */
type Signed = {
  readonly author: string;
  readonly signature: Span;
  readonly paragraphs: readonly Paragraph[];
};

/** The fewest words of a sentence that says something by itself, and of a letter. */
const FEWEST_WORDS = 5;
const LETTER_WORDS = 8;
/** The most words of a place below a signature. */
const MOST_OF_A_PLACE = 5;

const countWords = (text: string): number => text.split(/\s+/).length;

const NAME = "(?:\\p{Lu}[\\p{L}’'.-]*\\s+){1,3}\\p{Lu}[\\p{L}’'-]+";
const ONLY_NAME = new RegExp(`^${NAME}$`, 'u');
/** A line that is all signature: "Dana Cole.", "— Dana Cole, Bridgeton, Pa.", "@danacole". */
const SIGNATURE = new RegExp(
  `^(?:[—–-]+\\s*)?(${NAME}|@\\w{3,30})(?:[,;]\\s+\\p{Lu}[^.!?]{2,50})?[.\\s]*$`,
  'u',
);
/** What stands below a piece of opinion: "Dana Cole, a former mayor, is …", "Dana Cole teaches history in Bridgeton". */
const NOTE = new RegExp(
  `^(${NAME})(?:,\\s+(?:an?|the|who|former|author|\\p{Ll}+\\s)|\\s+(?:is|was|serves|served|teaches|writes|directs|runs|leads)\\s)`,
  'u',
);
/** Notes on those who report what others say. */
const REPORTS = /(?<!\p{L})(?:reporter|correspondent|contributed|reported|staff\s+writer)(?!\p{L})/iu;

/**
 * What the author of a letter or a piece of opinion says in it: each sentence that is nobody else's. News has none, since who
 * writes it reports what others say. The author is told by the signature, by the note at the end, or by the byline where the text
 * says "I" again and again.
 *
 * @param stated what others say in it, and what it says of itself by "I think …"
 */
export function authorStatements(
  article: Article,
  stated: readonly AttributedQuote[],
): readonly AttributedQuote[] {
  const signed = readSigned(article);
  if (signed.length === 0) return [];
  const others = stated
    .filter(({ attribution }) => attribution !== null && attribution.how !== 'described')
    .flatMap(({ quote }) => [...quote.content, ...quote.cue]);
  const { sentences } = readLayout(article);
  return signed.flatMap(({ author, signature, paragraphs }) =>
    paragraphs
      .flatMap(({ span }) => sentencesIn(article.text, sentences, span))
      .filter((sentence) => !others.some((other) => overlap(other, sentence)))
      .map(
        (sentence): AttributedQuote => ({
          quote: { content: [sentence], cue: [], source: [signature], kind: 'indirect' },
          attribution: { name: author, role: null, how: 'named' },
          said: { when: null, where: null, date: null },
        }),
      ),
  );
}

/** The sentences of a paragraph that say something, without those that have more than a few words in quotation marks. */
function sentencesIn(text: string, starts: readonly number[], [from, to]: Span): readonly Span[] {
  const own = starts.filter((start) => start >= from && start < to);
  const quotations = findQuotations(text, [from, to])
    .filter(({ inner }) => countWords(text.slice(...inner)) >= FEWEST_WORDS)
    .map(({ outer }) => outer);
  return own
    .map((start, i): Span => [start, start + text.slice(start, own[i + 1] ?? to).trimEnd().length])
    .filter((span) => countWords(text.slice(...span)) >= FEWEST_WORDS)
    .filter((span) => !quotations.some((quotation) => overlap(quotation, span)));
}

function readSigned(article: Article): readonly Signed[] {
  const letters = readLetters(article);
  if (letters.length > 0) return letters;
  const opinion = readNoted(article) ?? readBylined(article);
  return opinion ? [opinion] : [];
}

/** The letters of an article that ends with a signature, or one with a place below it; none where names stand above texts. */
function readLetters({ text, paragraphs }: Article): readonly Signed[] {
  const signatures = paragraphs.flatMap((paragraph, place) => {
    const author = SIGNATURE.exec(text.slice(...paragraph.span).trim())?.[1];
    return author !== undefined && isAuthor(author) ? [{ author, place, span: paragraph.span }] : [];
  });
  const last = signatures.at(-1);
  if (!last || last.place < paragraphs.length - 2) return [];
  const below = paragraphs[last.place + 1];
  if (below && countWords(text.slice(...below.span)) > MOST_OF_A_PLACE) return [];
  const letters = signatures.map(({ author, place, span }, i): Signed => {
    const own = paragraphs.slice((signatures[i - 1]?.place ?? -1) + 1, place);
    const start = span[0] + text.slice(...span).indexOf(author);
    return { author, signature: [start, start + author.length], paragraphs: own };
  });
  const bodies = letters.map(({ paragraphs: own }) => own.map(({ span }) => text.slice(...span)));
  const areLetters = letters.every(({ author }, i) => {
    const own = bodies[i] ?? [];
    return (
      own.some((one) => countWords(one) >= LETTER_WORDS) &&
      // below a label the name is a credit, and who writes doesn't name himself
      /[.!?…”"’)]\s*$/.test(own.at(-1) ?? '') &&
      !names(own.join(' '), author)
    );
  });
  // somebody writes of what he thinks; news that ends with its reporter's name tells what happened
  return areLetters && (letters.length > 1 || argues(bodies.flat().join('\n'))) ? letters : [];
}

/** Whether a text has an author's last name. */
const names = (text: string, author: string): boolean =>
  foldPlain(text).includes(foldName(author).at(-1) ?? '');

const isAuthor = (name: string): boolean =>
  name.startsWith('@') || (genderOfFirstName(name.split(/\s+/)[0] ?? '') !== null && !hasBodyWord(name));

/** A piece whose last paragraph tells who wrote it, whom the rest doesn't name, and which argues. */
function readNoted({ text, paragraphs }: Article): Signed | null {
  const note = paragraphs.at(-1);
  const body = paragraphs.slice(0, -1);
  if (!note || body.length < 3) return null;
  const words = text.slice(...note.span);
  const author = NOTE.exec(words)?.[1];
  if (author === undefined || REPORTS.test(words) || !isAuthor(author)) return null;
  const told = text.slice(body[0]?.span[0] ?? 0, note.span[0]);
  if (names(told, author) || !argues(told)) return null;
  return { author, signature: [note.span[0], note.span[0] + author.length], paragraphs: body };
}

/** A piece with a byline that says "I" again and again. */
function readBylined({ text, paragraphs, byline }: Article): Signed | null {
  const author = byline?.replace(/^by\s+/i, '') ?? '';
  if (!ONLY_NAME.test(author) || !isAuthor(author)) return null;
  const told = withoutQuotations(text, [paragraphs[0]?.span[0] ?? 0, paragraphs.at(-1)?.span[1] ?? 0]);
  if (count(told, OF_ONESELF) < OFTEN) return null;
  const at = text.indexOf(author);
  return at < 0 ? null : { author, signature: [at, at + author.length], paragraphs };
}

/** How often who argues says "I", or what should be. */
const OFTEN = 4;
const OF_ONESELF = /(?<![\p{L}’'])(?:I|my|me|I[’']m|I[’']ve)(?![\p{L}])/gu;
const OF_US = /(?<!\p{L})(?:we|our|us|should|must|need|ought)(?!\p{L})/giu;

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const argues = (told: string): boolean => {
  const bare = withoutQuotations(told, [0, told.length]);
  return count(bare, OF_ONESELF) > 0 || count(bare, OF_US) >= OFTEN;
};

function withoutQuotations(text: string, span: Span): string {
  let [bare, at] = ['', span[0]];
  for (const { outer } of findQuotations(text, span)) {
    bare += text.slice(at, outer[0]);
    at = outer[1];
  }
  return bare + text.slice(at, span[1]);
}
