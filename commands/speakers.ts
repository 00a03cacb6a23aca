import type { Command } from '../src/commands.ts';
import { linesReply } from '../src/replies/pages.ts';
import { countOf } from '../src/replies/suggestions.ts';

/** `/speakers`: who is quoted by name, with role and number of quotes. */
const speakers: Command = {
  name: 'speakers',
  description: 'Who is quoted in the articles, with role and number of quotes',
  options: [],
  run(_values, { archive, libraries }, page) {
    const named = archive.speakers(libraries).filter(({ speaker }) => speaker.named);
    const lines = named.map(({ speaker, statements }) => [
      { text: speaker.name, bold: true as const },
      {
        text: `${speaker.roles[0] === undefined ? '' : `, ${speaker.roles[0]}`} · ${countOf(statements, 'quote')}`,
      },
    ]);
    const records = named.map(({ speaker, statements }) => ({ ...speaker, statements }));
    return linesReply(
      named.length === 0 ? 'Nobody is quoted by name in these articles.' : null,
      lines,
      records,
      page,
    );
  },
};

export default speakers;
