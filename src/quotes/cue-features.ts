import { type CueContext, readCueContext } from './cue-context.ts';
import { attribute, type EncodedPassage } from './encoded-passage.ts';
import { add1, add2, add3, beginToken, endToken, type FeatureList, join } from './feature-hash.ts';

/** The number that cue features' templates count from. */
const TEMPLATES = 100;

/** Adds, for each token of a passage, what tells whether it belongs to a cue. */
export function addCueFeatures(p: EncodedPassage, list: FeatureList): void {
  const context = readCueContext(p);
  for (let i = 0; i < p.length; i++) {
    beginToken(list, TEMPLATES, 0);
    addWords(p, list, i);
    addContext(p, context, list, i);
    endToken(list);
  }
}

/** The token and its neighbours: words, lemmas, tags and classes, alone and together. */
function addWords(p: EncodedPassage, list: FeatureList, i: number): void {
  const word = attribute(p, p.word, i);
  const lemma = attribute(p, p.lemma, i);
  const tag = attribute(p, p.tag, i);
  const fine = attribute(p, p.fine, i);
  const inside = (p.quotation[i] as number) >= 0 ? 1 : 0;
  const [w1, w2] = [attribute(p, p.word, i - 1), attribute(p, p.word, i - 2)];
  const [n1, n2] = [attribute(p, p.word, i + 1), attribute(p, p.word, i + 2)];
  const [l1, m1] = [attribute(p, p.lemma, i - 1), attribute(p, p.lemma, i + 1)];
  const [f1, g1] = [attribute(p, p.fine, i - 1), attribute(p, p.fine, i + 1)];
  const [t1, t2, t3] = [attribute(p, p.tag, i - 1), attribute(p, p.tag, i - 2), attribute(p, p.tag, i - 3)];
  const [u1, u2, u3] = [attribute(p, p.tag, i + 1), attribute(p, p.tag, i + 2), attribute(p, p.tag, i + 3)];

  add1(list, word);
  add1(list, lemma);
  add1(list, tag);
  add2(list, lemma, tag);
  add1(list, attribute(p, p.suffix, i));
  add1(list, attribute(p, p.shape, i));
  add1(list, fine);
  add1(list, attribute(p, p.coarse, i));
  add2(list, fine, tag);
  add2(list, word, inside);
  add2(list, tag, inside);

  add1(list, w1);
  add1(list, n1);
  add1(list, w2);
  add1(list, n2);
  add1(list, l1);
  add1(list, m1);
  add1(list, attribute(p, p.word, i - 3));
  add1(list, attribute(p, p.word, i + 3));
  add2(list, w1, word);
  add2(list, word, n1);
  add2(list, lemma, n1);
  add2(list, l1, lemma);
  add2(list, lemma, m1);
  add2(list, w1, n1);
  add2(list, w2, w1);
  add2(list, n1, n2);
  add3(list, w1, word, n1);
  add3(list, w2, w1, word);
  add3(list, word, n1, n2);

  add2(list, t1, tag);
  add2(list, tag, u1);
  add3(list, t1, tag, u1);
  add3(list, t2, t1, tag);
  add3(list, tag, u1, u2);
  add3(list, t3, t2, t1);
  add3(list, u1, u2, u3);
  add2(list, lemma, join(t1, u1));
  add2(list, lemma, join(u1, u2));
  add2(list, lemma, join(t2, t1));

  add2(list, fine, u1);
  add2(list, fine, t1);
  add2(list, fine, join(t1, u1));
  add2(list, fine, n1);
  add2(list, w1, fine);
  add2(list, f1, fine);
  add2(list, fine, g1);
  add2(list, f1, tag);
  add2(list, tag, g1);
  add2(list, lemma, attribute(p, p.coarse, i + 1));
  add2(list, lemma, attribute(p, p.coarse, i - 1));
}

/** What stands around the token in its sentence. */
function addContext(p: EncodedPassage, context: CueContext, list: FeatureList, i: number): void {
  const lemma = attribute(p, p.lemma, i);
  const tag = attribute(p, p.tag, i);
  const fine = attribute(p, p.fine, i);
  const quotations = context.quotations[i] as number;
  add1(list, quotations);
  add2(list, quotations, lemma);
  add2(list, quotations, fine);
  add2(list, quotations, tag);

  const subjectAt = context.subjectAt[i] as number;
  const subject = attribute(p, p.word, subjectAt);
  const subjectTag = attribute(p, p.tag, subjectAt);
  add1(list, subject);
  add2(list, subject, lemma);
  add2(list, subjectTag, lemma);
  add2(list, subjectTag, fine);
  add3(list, subjectTag, context.subjectGap[i] as number, tag);
  add2(list, attribute(p, p.coarse, subjectAt), fine);

  const object = context.object[i] as number;
  add2(list, object, lemma);
  add2(list, object, fine);
  add2(list, object, tag);
  const [before, after] = [context.verbBefore[i] as number, context.verbAfter[i] as number];
  add2(list, before, lemma);
  add2(list, after, lemma);
  add2(list, before, tag);
  add2(list, after, tag);
  const takes = context.takes[i] as number;
  add2(list, takes, lemma);
  add2(list, takes, fine);
  add2(list, takes, tag);
  const place = context.place[i] as number;
  add2(list, place, tag);
  add2(list, place, lemma);
}
