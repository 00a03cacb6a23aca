/**
 * - `free`: within the limit
 * - `full`: the first one over it
 * - `still-full`: any after that, until the limit lets one in again
 */
export type Admission = 'free' | 'full' | 'still-full';

/** From so many people on, those who have been quiet are forgotten. */
const SWEEP_FROM = 1000;

/**
 * A limit of so many uses for each person in a stretch of time that moves along.
 *
 * @param most - how many uses
 * @param within - in how many milliseconds
 * @param now - the clock, in milliseconds
 * @returns tells of each use whether it is within the limit; one that isn't doesn't count, nor one that is only asked about
 */
export function createRateLimit(
  most: number,
  within: number,
  now: () => number = Date.now,
): (person: string, isUse?: boolean) => Admission {
  const uses = new Map<string, { readonly times: readonly number[]; readonly told: boolean }>();
  const recent = (times: readonly number[], at: number) => times.filter((time) => at - time < within);
  return (person, isUse = true) => {
    const at = now();
    if (uses.size >= SWEEP_FROM) {
      for (const [who, { times }] of uses) if (recent(times, at).length === 0) uses.delete(who);
    }
    const { times = [], told = false } = uses.get(person) ?? {};
    const counted = recent(times, at);
    const isFree = counted.length < most;
    if (isUse)
      uses.set(person, isFree ? { times: [...counted, at], told: false } : { times: counted, told: true });
    if (isFree) return 'free';
    return told ? 'still-full' : 'full';
  };
}
