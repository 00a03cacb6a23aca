import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_IN } from '../src/articles/article.ts';
import { ROOT } from '../src/config.ts';
import { replyMessage } from '../src/discord/messages.ts';
import { loadCommands } from '../src/load-commands.ts';
import { createLogger } from '../src/log.ts';
import { openArchive } from '../src/open-archive.ts';
import { discordPicture, type Typed } from './picture/discord-look.ts';

/** The pictures of the README, by file, with the command that each of them answers. */
const PICTURES: Readonly<Record<string, Typed>> = {
  'reply.svg': { command: 'ask', values: { question: 'who said NATO membership is unlikely' } },
  'pages.svg': { command: 'quote', values: { speaker: 'Rutte' } },
};

// Draws the message that Discord would be sent for a command over seeds/: `npm run picture`.
const archive = await openArchive([join(ROOT, 'seeds')], createLogger('warn', [])).whole;
const commands = await loadCommands();
for (const [file, typed] of Object.entries(PICTURES)) {
  const command = commands.find(({ name }) => name === typed.command);
  if (!command) throw new Error(`There is no command "${typed.command}".`);
  const reply = await command.run(typed.values, { archive, libraries: [BUILT_IN] }, 1);
  const message = replyMessage(reply, typed, 'everybody');
  writeFileSync(join(ROOT, 'docs', file), discordPicture(typed, message));
  console.log(`docs/${file}: /${typed.command} ${Object.values(typed.values).join(' ')}`);
}
