import type { Command } from '../commands.ts';
import { everyComponent } from './limits.ts';
import { readQuestionLine } from './question-line.ts';
import { readShown, type ShownState } from './state.ts';

/** The command that answers a question in a message. */
export const ASK = 'ask';

/** Every custom_id of a message's components, in the order in which they are shown. */
export function customIdsIn(components: readonly unknown[]): readonly string[] {
  return everyComponent(components).flatMap(({ custom_id }) =>
    typeof custom_id === 'string' ? [custom_id] : [],
  );
}

/** What one of the bot's own messages tells of the answer in it; null where it tells nothing. */
export function shownIn(components: readonly unknown[], commands: readonly Command[]): ShownState | null {
  const question = readQuestionLine(everyComponent(components));
  return readShown(customIdsIn(components), question, commands, ASK);
}
