import { foldPlain } from '../../language/names.ts';
import { oppositesOf } from '../../language/opposites.ts';
import { readTerms, stemOf, type Term } from '../../language/terms.ts';
import { rowOf } from '../../language/word-meaning.ts';
import { officeOf } from '../../speakers/titles.ts';
import type { AskedAbout } from '../asked-about.ts';
import { tellingTerms } from '../asking.ts';
import { countNegations } from '../polarity.ts';
import type { Question, QuestionKind } from '../question.ts';
import type { Lexicon } from './lexicon.ts';
import { genderOfPronouns, genderOfWords } from './speaker-gender.ts';
import { headOf, type SpeakerKind, wantedKind } from './speaker-kind.ts';
import { meaningOf, stemNumber } from './text-words.ts';

/** A question's word with how much it tells, from 0 to about 1. */
export type QuestionWord = {
  readonly word: string;
  readonly stem: string;
  /** The stem's number. */
  readonly number: number;
  /** The word's row in the table of meanings, -1 where it has none. */
  readonly row: number;
  readonly isName: boolean;
  readonly weight: number;
  /** The stem, and its number, of the surname that a first name stands for. */
  readonly surname: string | undefined;
  readonly surnameNumber: number;
  /** The numbers of the stems of its opposites. */
  readonly opposites: readonly number[];
};

/** What is looked for. */
export type Wanted = {
  readonly kind: QuestionKind;
  /** The words of what was said, and of whom it asks for by a description or a name. */
  readonly topic: readonly QuestionWord[];
  readonly whom: readonly QuestionWord[];
  /** The ids of the speakers whom it names; empty where it names nobody. */
  readonly speakers: ReadonlySet<string>;
  readonly named: boolean;
  /** Every word of the topic, stop words and all, in order and as a set. */
  readonly sequence: Int32Array;
  readonly asked: ReadonlySet<number>;
  /** Numbers that the topic has, as their spellings' numbers. */
  readonly numbers: readonly number[];
  /** What was said, in the question's words. */
  readonly claim: string;
  readonly isNegated: boolean;
  /** Whether the one asked for is a man or a woman, by what he or she is called, and by the question's pronouns; null if untold. */
  readonly gender: 'm' | 'f' | null;
  readonly pronoun: 'm' | 'f' | null;
  /** What its description asks for, and the place in `whom` of the noun that it turns on; -1 where there is none. */
  readonly whomKind: SpeakerKind | null;
  readonly whomHead: number;
  /** How much a speaker has said, by id, from 0 to 1. */
  readonly prominence: (id: string) => number;
  /** How many articles are asked: 0 for one, 1 for a hundred or more. */
  readonly breadth: number;
  readonly meaning: Float32Array;
};

/** A question in words that are weighed. */
export function readWanted(
  question: Question,
  { subject, topic, speakers, described }: AskedAbout,
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
    named: speakers.length > 0 && !described,
    sequence,
    asked: new Set(plain.flatMap((word) => [word, word.replace(/s$/, '')]).map(stemNumber)),
    numbers: plain.filter((word) => /\d/.test(word)).map(stemNumber),
    claim: topic,
    whomKind: wantedKind(question.descriptor || (described ? (subject ?? '') : '')),
    whomHead: whom.findIndex(({ word }) => word === headOf(foldPlain(question.descriptor))),
    prominence: lexicon.prominence,
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
