import type { Command } from '../src/commands.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';
import { answerReply } from '../src/replies/answer-reply.ts';

/** `/ask`: answers a question with the quotes that answer it, or says that nobody said it. */
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
  run({ question = '' }, { archive, libraries }, page) {
    return answerReply(question, answerQuestion(question, archive, libraries), page);
  },
};

export default ask;
