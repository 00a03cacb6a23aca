import { createRateLimit } from './rate-limit.ts';

/** How often a person, and all of a server together, may use commands that are work, in how many milliseconds. */
export const COST_LIMIT = { person: 6, server: 30, within: 600_000 } as const;

/**
 * Counts a use of a command that is work.
 *
 * @param server - null outside of one
 * @param isUse - false where it is only asked whether there is one left
 * @returns null where it is within the limits, otherwise a sentence that says which one it isn't
 */
export type Admit = (person: string, server: string | null, isUse?: boolean) => string | null;

const MINUTES = COST_LIMIT.within / 60_000;
const NOTICES = {
  person: `That is work for me, so I do it at most ${COST_LIMIT.person} times in ${MINUTES} minutes for one person. Please wait a few minutes.`,
  server: `That is work for me, so I do it at most ${COST_LIMIT.server} times in ${MINUTES} minutes for one server. Please wait a few minutes.`,
} as const;

/**
 * The limits of one bot.
 *
 * @param now - the clock, in milliseconds
 */
export function createCosts(now?: () => number): Admit {
  const person = createRateLimit(COST_LIMIT.person, COST_LIMIT.within, now);
  const server = createRateLimit(COST_LIMIT.server, COST_LIMIT.within, now);
  return (who, where, isUse = true) => {
    if (person(who, isUse) !== 'free') return NOTICES.person;
    return where !== null && server(where, isUse) !== 'free' ? NOTICES.server : null;
  };
}
