import { namedFrom } from './lately.ts';
import { sentenceAt } from './layout.ts';
import type { Person } from './people.ts';
import { genderFits } from './pronouns.ts';
import type { Scene } from './scene.ts';

/** How many sentences back a pronoun goes on, and how many must at least. */
const FARTHEST = 9;
const LEAST = 2;

/**
 * Whom "he" or "she" at an offset means where the sentences before have nobody but "he" or "she", up to one that somebody
 * leads who is the only one in it to fit: "Dana Cole is here. She came in May. She had little with her. “…,” she said." Null
 * where it isn't so.
 */
export function leadOfChain(scene: Scene, at: number, gender: 'm' | 'f'): Person | null {
  const { copy, layout, told } = scene;
  const pronoun = gender === 'm' ? /(?<!\p{L})(?:he|his|him)(?!\p{L})/iu : /(?<!\p{L})(?:she|her)(?!\p{L})/iu;
  const other = gender === 'm' ? /(?<!\p{L})she(?!\p{L})/iu : /(?<!\p{L})he(?!\p{L})/iu;
  let end = at;
  let length = 0;
  for (let sentence = sentenceAt(layout, at); sentence >= 0 && length <= FARTHEST; sentence--) {
    const start = layout.sentences[sentence] ?? 0;
    const isQuoted = end !== at && told[sentence] === told[sentence - 1];
    const named = namedFrom(scene, start, end).filter(
      ({ person, quoted }) => !quoted && genderFits(scene, person, gender) >= 0 && person.human,
    );
    const [only] = named;
    if (only) {
      const alone = new Set(named.map(({ person }) => person)).size === 1;
      return alone && only.leads && !only.owns && length >= LEAST ? only.person : null;
    }
    const text = copy.text.slice(start, end);
    if (other.test(text) && !isQuoted) return null;
    if (end !== at && !isQuoted) {
      if (!pronoun.test(text)) return null;
      length++;
    }
    end = start;
  }
  return null;
}
