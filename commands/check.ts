import type { Command } from '../src/commands.ts';
import { checkMessage } from '../src/questions/checks/check-statement.ts';
import { checkReply } from '../src/replies/check-reply.ts';
import { suggestSpeakers } from '../src/replies/suggestions.ts';

/** The longest statement that is checked, in characters: as long as a message may be. */
const LONGEST = 2000;

/**
 * `/check`, and "Who said this?" in the menu of a message: whether somebody said it, in these words or others, or somebody
 * else did.
 */
const check: Command = {
  name: 'check',
  description: 'Whether somebody said that: word for word, altered, in other words, or somebody else',
  options: [
    {
      name: 'statement',
      description: 'What somebody is claimed to have said, or a whole message: Rutte: "…"',
      required: true,
      maxLength: LONGEST,
    },
    {
      name: 'speaker',
      description: 'Who is claimed to have said it; otherwise whom the statement names',
      required: false,
      suggest: suggestSpeakers,
      maxLength: 100,
    },
  ],
  forMessage: {
    name: 'Who said this?',
    values: (text) => ({ statement: [...text].slice(0, LONGEST).join('') }),
  },
  run({ statement = '', speaker }, { archive, libraries }, page) {
    return checkReply(checkMessage(statement, speaker ?? null, archive, libraries), page);
  },
};

export default check;
