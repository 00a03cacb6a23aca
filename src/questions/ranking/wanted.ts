import { foldPlain } from '../../language/names.ts';
import { oppositesOf } from '../../language/opposites.ts';
import { readTerms, stemOf, type Term } from '../../language/terms.ts';
import { rowOf } from '../../language/word-meaning.ts';
import { officeOf } from '../../speakers/titles.ts';
import type { AskedAbout } from '../asked-about.ts';
import { tellingTerms } from '../asking.ts';
import { countNegations } from '../polarity.ts';
import type { Question } from '../question.ts';
import type { QuestionWord, Wanted } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { genderOfPronouns, genderOfWords } from './speaker-gender.ts';
import { meaningOf, stemNumber } from './text-words.ts';

/** A question in words that are weighed. */
export function readWanted(
  question: Question,
  { subject, topic, speakers }: AskedAbout,
  lexicon: Lexicon,
): Wanted {
  const words = tellingTerms(readTerms(`the ${topic}`)).map((term) => weighed(term, lexicon));
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
    speakers: new Set(speakers),
    named: speakers.length > 0,
    sequence,
    asked: new Set(plain.flatMap((word) => [word, word.replace(/s$/, '')]).map(stemNumber)),
    numbers: plain.filter((word) => /\d/.test(word)).map(stemNumber),
    claim: topic,
    breadth: lexicon.breadth,
    isNegated: countNegations(topic) % 2 === 1,
    gender: genderOfWords(foldPlain(question.descriptor)),
    pronoun: question.kind === 'who' ? genderOfPronouns(plain) : null,
    meaning: meaningOf({ stems: new Int32Array(0), rows: Int32Array.from(words, ({ row }) => row) }),
  };
}

function weighed(typed: Term, lexicon: Lexicon): QuestionWord {
  const { word, stem, isName } = spelled(typed, lexicon);
  const surname = lexicon.surnameOf(word);
  return {
    word,
    stem,
    number: stemNumber(stem),
    row: rowOf(word),
    isName: isName || lexicon.isName(word),
    weight: lexicon.weigh(stem, word) * (ANYBODY.test(word) ? ANYBODY_COUNTS : 1),
    surname,
    surnameNumber: surname === undefined ? -1 : stemNumber(surname),
    opposites: oppositesOf(stem).map(stemNumber),
  };
}

/** Words for a person that tell nothing but perhaps whether it is a man or a woman, and how much they count. */
const ANYBODY = /^(?:guy|man|woman|lady|gal|dude|bloke|chap|lad|person|people|folk)s?$/;
const ANYBODY_COUNTS = 0.15;

/** A term as it should have been spelt. */
function spelled(term: Term, lexicon: Lexicon): Term {
  const word = lexicon.spelled(term.word);
  return word === term.word ? term : { word, stem: stemOf(word), isName: term.isName };
}
