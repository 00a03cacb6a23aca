/** How often each term stands in each text, kept in typed arrays: some bytes a term of a text. */
export type Postings = {
  /** Takes the next text in and gives back its number, counted from 0. */
  add(terms: readonly number[]): number;
  /** How many texts have a term. */
  frequency(term: number): number;
  /** Calls `visit` for each text that has a term, with how often it has it (up to {@link MOST_COUNTED}). */
  each(term: number, visit: (text: number, times: number) => void): void;
  /** The number of different terms of a text. */
  length(text: number): number;
  /** How many texts there are, and how many different terms they have on average. */
  readonly texts: number;
  readonly meanLength: number;
};

/** A posting is a text's number and, in its lowest bits, how often it has the term. */
const COUNT_BITS = 3;
/** From how many times on it doesn't matter how often a text has a term. */
export const MOST_COUNTED = (1 << COUNT_BITS) - 1;

/** Postings of no text. What was added is sorted in at the next read. */
export function createPostings(): Postings {
  let [starts, postings]: [Uint32Array, Uint32Array] = [new Uint32Array(1), new Uint32Array(0)];
  let [newTerms, newPostings]: [number[], number[]] = [[], []];
  /** Where each term's last new posting is; none is where it was sorted in since. */
  let last = new Int32Array(1024);
  const lengths: number[] = [];
  let sum = 0;
  const settle = () => {
    if (newTerms.length === 0) return;
    [starts, postings] = merge(starts, postings, newTerms, newPostings);
    [newTerms, newPostings] = [[], []];
  };
  return {
    add(terms) {
      const text = lengths.length;
      let length = 0;
      for (const term of terms) {
        if (term >= last.length) last = enlarged(last, term);
        const at = last[term] as number;
        const posting = newPostings[at];
        if (newTerms[at] !== term || posting === undefined || posting >>> COUNT_BITS !== text) {
          last[term] = newPostings.length;
          newTerms.push(term);
          newPostings.push((text << COUNT_BITS) | 1);
          length++;
        } else if ((posting & MOST_COUNTED) < MOST_COUNTED) newPostings[at] = posting + 1;
      }
      lengths.push(length);
      sum += length;
      return text;
    },
    frequency(term) {
      settle();
      return term + 1 < starts.length ? (starts[term + 1] as number) - (starts[term] as number) : 0;
    },
    each(term, visit) {
      settle();
      if (term + 1 >= starts.length) return;
      for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
        const posting = postings[at] as number;
        visit(posting >>> COUNT_BITS, posting & MOST_COUNTED);
      }
    },
    length: (text) => lengths[text] ?? 0,
    get texts() {
      return lengths.length;
    },
    get meanLength() {
      return lengths.length === 0 ? 0 : sum / lengths.length;
    },
  };
}

function enlarged(numbers: Int32Array, place: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * Math.max(numbers.length, place));
  larger.set(numbers);
  return larger;
}

/** Sorts new postings in behind those that their terms have: `starts` tells where each term's begin, and at its end where the last one's end. */
function merge(
  starts: Uint32Array,
  postings: Uint32Array,
  newTerms: readonly number[],
  newPostings: readonly number[],
): [starts: Uint32Array, postings: Uint32Array] {
  const terms = newTerms.reduce((most, term) => Math.max(most, term + 1), starts.length - 1);
  const sizes = new Uint32Array(terms);
  for (let term = 0; term + 1 < starts.length; term++)
    sizes[term] = (starts[term + 1] as number) - (starts[term] as number);
  for (const term of newTerms) sizes[term] = (sizes[term] as number) + 1;
  const mergedStarts = new Uint32Array(terms + 1);
  for (let term = 0; term < terms; term++)
    mergedStarts[term + 1] = (mergedStarts[term] as number) + (sizes[term] as number);
  const merged = new Uint32Array(postings.length + newPostings.length);
  const ends = mergedStarts.slice(0, terms);
  for (let term = 0; term + 1 < starts.length; term++) {
    const old = postings.subarray(starts[term] as number, starts[term + 1] as number);
    merged.set(old, ends[term] as number);
    ends[term] = (ends[term] as number) + old.length;
  }
  for (const [i, term] of newTerms.entries()) {
    merged[ends[term] as number] = newPostings[i] as number;
    ends[term] = (ends[term] as number) + 1;
  }
  return [mergedStarts, merged];
}
