import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Made anew with each process: what was sealed before is trusted only from those who may manage the server. */
const KEY = randomBytes(32);

/** Whom something is shown to, and in which server; null outside of one. */
export type Viewer = { readonly user: { readonly id: string }; readonly guildId: string | null };

/**
 * Ties a text to whom it was shown to: what comes back is what somebody's client sends, and neither another person's nor one
 * with more trust in it is taken at its word.
 *
 * @param length - of the seal, in characters of 6 bits
 */
export const sealOf = (text: string, { user, guildId }: Viewer, length: number): string =>
  createHmac('sha256', KEY).update(`${user.id}:${guildId}:${text}`).digest('base64url').slice(0, length);

/** Whether a text was sealed for somebody by this process. */
export function isSealed(text: string, viewer: Viewer, seal: string): boolean {
  const expected = Buffer.from(sealOf(text, viewer, seal.length));
  const given = Buffer.from(seal);
  return seal !== '' && given.length === expected.length && timingSafeEqual(given, expected);
}
