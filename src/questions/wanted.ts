import { foldPlain } from '../language/names.ts';
import { readTerms, stemOf, type Term } from '../language/terms.ts';
import { rowOf } from '../language/word-meaning.ts';
import { officeOf } from '../speakers/titles.ts';
import type { AskedAbout } from './asked-about.ts';
import type { QuestionWord, Wanted } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { countNegations } from './polarity.ts';
import type { Question } from './question.ts';
import { meaningOf, stemNumber } from './text-words.ts';

/** Stems of words that ask for quotes and tell nothing about them: "everything rutte said", "quotes by rutte". */
const ASKING = new Set(['quot', 'statement', 'said', 'sai', 'everyth', 'word', 'comment', 'remark']);

/** A question in words that are weighed. */
export function readWanted(
  question: Question,
  { subject, topic, speakers }: AskedAbout,
  lexicon: Lexicon,
): Wanted {
  const words = readTerms(`the ${topic}`)
    .filter(({ stem }) => !ASKING.has(stem))
    .map((term) => weighed(term, lexicon));
  const whom = readTerms(`the ${[question.descriptor, subject ?? ''].join(' ')}`).map((term) => {
    const office = officeOf(term.word);
    return weighed(office === term.word ? term : { ...term, stem: stemOf(office) }, lexicon);
  });
  const plain = foldPlain(topic);
  const sequence = Int32Array.from(plain, stemNumber);
  return {
    kind: question.kind,
    topic: words,
    whom,
    speakers: new Map(speakers.map((id) => [id, 1])),
    named: speakers.length > 0,
    sequence,
    asked: new Set(plain.flatMap((word) => [word, word.replace(/s$/, '')]).map(stemNumber)),
    numbers: plain.filter((word) => /\d/.test(word)).map(stemNumber),
    negations: countNegations(topic),
    meaning: meaningOf({ stems: new Int32Array(0), rows: Int32Array.from(words, ({ row }) => row) }),
  };
}

function weighed({ word, stem, isName }: Term, lexicon: Lexicon): QuestionWord {
  const surname = lexicon.surnameOf(word);
  return {
    word,
    stem,
    number: stemNumber(stem),
    row: rowOf(word),
    isName: isName || lexicon.isName(word),
    weight: lexicon.weigh(stem),
    surname,
    surnameNumber: surname === undefined ? -1 : stemNumber(surname),
  };
}
