import type { Message as DiscordMessage } from 'discord.js';

/** What a message holds. */
export type Contents = {
  /** Its text, with that of a message that it forwards, and the addresses of what it shows a preview of. */
  readonly text: string;
  /** The addresses at which Discord keeps its files. */
  readonly files: readonly string[];
};

/** What a message holds that somebody has picked a command for. */
export function contentsOf(message: DiscordMessage): Contents {
  const all = [message, ...message.messageSnapshots.values()];
  const text = all.map(({ content }) => content ?? '').filter((content) => content !== '');
  // Most previews are of an address that stands in the text already.
  const links = all
    .flatMap(({ embeds }) => embeds.map(({ url }) => url))
    .filter((url) => url !== null && !text.some((part) => part.includes(url)));
  return {
    text: [...text, ...new Set(links)].join('\n'),
    files: all.flatMap(({ attachments }) => attachments.map(({ url }) => url)),
  };
}
