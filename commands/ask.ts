import type { Command } from '../src/commands.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';
import { answerReply, whatElseReply } from '../src/replies/answer-reply.ts';

/**
 * `/ask`: answers a question with the quotes that answer it, or says that nobody said it. Carried on are the id of the speaker
 * who was chosen where the question doesn't tell, and `beyond` where what else that speaker says is wanted.
 */
const ask: Command = {
  name: 'ask',
  description: 'Ask who said what, when or where: answered with quotes from the articles, word for word',
  options: [
    {
      name: 'question',
      description: 'Your question in your own words: "who said NATO membership is unlikely"',
      required: true,
      maxLength: 250,
    },
  ],
  carried: ['speaker', 'beyond'],
  run({ question = '', speaker, beyond }, { archive, libraries }, page) {
    const answer = answerQuestion(question, archive, libraries, speaker);
    if (beyond !== undefined) return whatElseReply(answer, archive.statements(libraries), page);
    return answerReply(question, answer, page, speaker);
  },
};

export default ask;
