import type { Command, Option } from '../src/commands.ts';
import { loadCommands } from '../src/load-commands.ts';
import { linesReply } from '../src/replies/pages.ts';
import type { Run } from '../src/replies/reply.ts';

/** `/help`: what the bot does, and its commands from their own definitions. */
const help: Command = {
  name: 'help',
  description: 'What this bot does and how to ask it',
  options: [],
  async run(_values, _sight, page, asker) {
    const commands = (await loadCommands()).filter(
      ({ needsLibrary }) => !needsLibrary || asker !== undefined,
    );
    const lines = commands.map(({ name, description, options }): readonly Run[] => [
      { text: `/${name}${options.map(placeholder).join('')}`, bold: true },
      { text: ` · ${description}` },
    ]);
    const records = commands.map(({ name, description, options }) => ({
      name,
      description,
      options: options.map((option) => ({
        name: option.name,
        description: option.description,
        required: option.required,
      })),
    }));
    const lead =
      'Every answer is a passage that stands in an article, word for word, with its speaker and its source. Where nobody said it, you are told so. In Discord you can also mention the bot or write to it directly, and reply to an answer to go on from it: “when?”, “and Zelensky?”, “what else?”.';
    return linesReply(lead, lines, records, page);
  },
};

const placeholder = ({ name, required }: Option): string => (required ? ` ${name}` : ` [${name}]`);

export default help;
