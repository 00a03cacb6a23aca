import { ComponentType } from 'discord.js';

/**
 * What Discord takes, in one place. Lengths are in UTF-16 code units: Discord counts characters, of which a text never
 * has more, so that what fits here fits there.
 */
export const LIMITS = {
  /** Components of a message in all, nested ones too. */
  components: 40,
  /** Characters of all text displays of a message together. */
  text: 4000,
  customId: 100,
  buttonLabel: 80,
  /** Buttons side by side. */
  buttonsInRow: 5,
  /** Files of a message. */
  files: 10,
  /** Choices of an option, offered while it is typed or fixed. */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** Options of a menu; their labels, values and descriptions. */
  menuOptions: 25,
  menuText: 100,
  placeholder: 150,
  formTitle: 45,
  formFields: 5,
  fieldLabel: 45,
  /** The highest `max_length` of a field. */
  fieldLength: 4000,
  /** A number by which Discord knows a message that is sent again. */
  nonce: 25,
  commandName: 32,
  description: 100,
  options: 25,
  /** Commands of a group. */
  subcommands: 25,
  /** The highest `max_length` of a text option. */
  optionLength: 6000,
} as const;

/** What stands where a text was cut. */
export const ELLIPSIS = ' […]';

/** How far back from the limit a word's end is looked for: no word is longer, so that a longer one is no word. */
const LONGEST_WORD = 60;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Where to cut a text so that at most `room` code units stay: at the end of a word, or between two graphemes where no
 * word ends near. Never within a surrogate pair or a grapheme.
 */
export function cutAt(text: string, room: number): number {
  if (text.length <= room) return text.length;
  let end = 0;
  // A grapheme may reach past the limit; a little more than the room is enough to see that it does.
  for (const { index, segment } of graphemes.segment(text.slice(0, Math.max(0, room) + LONGEST_WORD))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  if (/\s/u.test(text.charAt(end))) return text.slice(0, end).trimEnd().length;
  const head = text.slice(0, end);
  const lastSpace = head.search(/\s+\S*$/u);
  return lastSpace > 0 && end - lastSpace <= LONGEST_WORD ? lastSpace : end;
}

/** The text, or where it is longer than `max` code units its beginning with " […]", together at most `max` long. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = max - ELLIPSIS.length;
  return room > 0 ? text.slice(0, cutAt(text, room)) + ELLIPSIS : text.slice(0, cutAt(text, max));
}

/**
 * Shares a budget out fairly: who wants less than an equal share gets all of it, and what is left over goes to the
 * others in equal parts.
 *
 * @param wanted - how much each one wants, at least 0
 * @returns how much each one gets, in the same order: whole numbers, together at most `budget`
 */
export function shareOut(wanted: readonly number[], budget: number): number[] {
  const shares = wanted.map(() => 0);
  const modestFirst = wanted.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  let left = Math.max(0, budget);
  modestFirst.forEach(({ want, index }, place) => {
    const share = Math.min(want, Math.floor(left / (modestFirst.length - place)));
    shares[index] = share;
    left -= share;
  });
  return shares;
}

/** The choices as Discord takes them: at most 25, with clipped names; one whose value is too long can't be sent. */
export function choicesWithin<T extends { readonly name: string; readonly value: string }>(
  choices: readonly T[],
): { name: string; value: string }[] {
  return choices
    .map(({ name, value }) => ({ name: clip(name.replace(/\s+/gu, ' ').trim(), LIMITS.choiceName), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices);
}

type Node = {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly content?: unknown;
  readonly custom_id?: unknown;
  readonly label?: unknown;
  readonly placeholder?: unknown;
  readonly options?: unknown;
  readonly components?: unknown;
  readonly accessory?: unknown;
};

/** Every component of a message, nested ones too, in the order in which they are shown. */
export function everyComponent(components: unknown): readonly Node[] {
  if (Array.isArray(components)) return components.flatMap(everyComponent);
  if (typeof components !== 'object' || components === null) return [];
  const node: Node = components;
  return [node, ...everyComponent(node.components), ...everyComponent(node.accessory)];
}

/**
 * Makes sure that Discord takes a message's components.
 *
 * @throws RangeError that names the limit, where one is overstepped
 */
export function checkMessage(components: unknown): void {
  const nodes = everyComponent(components);
  const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : 0);
  const ids = nodes.flatMap((node) => (typeof node.custom_id === 'string' ? [node.custom_id] : []));
  const text = nodes.reduce((sum, node) => sum + lengthOf(node.content), 0);
  within('components in a message', nodes.length, LIMITS.components);
  within('characters of text in a message', text, LIMITS.text);
  for (const id of ids) within('characters in a custom_id', id.length, LIMITS.customId);
  for (const node of nodes) within('characters in a label', lengthOf(node.label), LIMITS.buttonLabel);
  for (const node of nodes) checkMenu(node);
  for (const node of nodes) checkRow(node);
  if (new Set(ids).size < ids.length) {
    throw new RangeError('Discord takes a custom_id once in a message, this one has it twice.');
  }
}

function checkMenu({ options, placeholder }: Node): void {
  if (!Array.isArray(options)) return;
  within('options in a menu', options.length, LIMITS.menuOptions);
  within('characters in a placeholder', String(placeholder ?? '').length, LIMITS.placeholder);
  for (const option of options as readonly Readonly<Record<string, unknown>>[]) {
    for (const part of ['label', 'value', 'description']) {
      within(`characters in a ${part} of a menu`, String(option[part] ?? '').length, LIMITS.menuText);
    }
  }
}

function checkRow({ type, components }: Node): void {
  if (type !== ComponentType.ActionRow || !Array.isArray(components)) return;
  within('buttons in a row', components.length, LIMITS.buttonsInRow);
}

/**
 * Makes sure that a number keeps to a limit.
 *
 * @throws RangeError that says what there is too much of
 */
export function within(what: string, count: number, limit: number): void {
  if (count > limit) throw new RangeError(`Discord takes at most ${limit} ${what}, here are ${count}.`);
}
