import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** What somebody is told whose question failed; the log has the cause under the same id. */
export const failureNotice = (errorId: string): string =>
  `Sorry, that went wrong on my side. Should it go on, tell those who run me this id: \`${errorId}\``;

/**
 * An error of a request to Discord without what was sent and with the address shortened: both hold an interaction's
 * token, with which anybody could answer in the bot's name for a quarter of an hour. Any other error comes back as it is.
 */
export function withoutTokens(cause: unknown): unknown {
  if (cause instanceof DiscordAPIError || cause instanceof HTTPError) {
    return Object.assign(new Error(cause.message), {
      name: cause.name,
      stack: cause.stack,
      status: cause.status,
      method: cause.method,
      path: pathOf(cause.url),
    });
  }
  if (cause instanceof RateLimitError) {
    return Object.assign(new Error(cause.message), {
      name: cause.name,
      stack: cause.stack,
      path: pathOf(cause.url),
    });
  }
  return cause;
}

function pathOf(url: string): string {
  return url
    .replace(/^https?:\/\/[^/]+/u, '')
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?]+/u, '$1[token]');
}
