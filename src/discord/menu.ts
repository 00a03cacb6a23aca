import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { Choosing } from '../replies/reply.ts';
import { clip, LIMITS } from './limits.ts';
import { escapeMarkdown, onOneLine } from './markdown.ts';

/**
 * "Which Trump?" and a menu of those who may be meant. Whoever has been chosen stays marked, so that another can be.
 *
 * @param customId - the menu's, which may hold the question
 */
export function choosingParts(
  { prompt, people, chosen }: Choosing,
  customId: string,
): APIComponentInContainer[] {
  const options = people
    .filter(({ id }) => id.length <= LIMITS.menuText)
    .slice(0, LIMITS.menuOptions)
    .map(({ id, name, about }) => ({
      label: clip(oneLine(name), LIMITS.menuText),
      value: id,
      description: clip(oneLine(about), LIMITS.menuText),
      ...(id === chosen ? { default: true } : {}),
    }));
  return [
    { type: ComponentType.TextDisplay, content: escapeMarkdown(oneLine(clip(prompt, LIMITS.placeholder))) },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customId,
          placeholder: clip(oneLine(prompt), LIMITS.placeholder),
          options,
        },
      ],
    },
  ];
}

const oneLine = (text: string): string => onOneLine([{ text }])[0]?.text ?? '';
