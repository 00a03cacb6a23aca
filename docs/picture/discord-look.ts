import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageComponent,
  ComponentType,
} from 'discord.js';
import type { Message } from '../../src/discord/messages.ts';
import { type Block, markdownBlock, stack } from './lines.ts';
import { box, picture, textAt } from './svg.ts';
import { widthOf } from './widths.ts';

/** A command as somebody types it: its name, and its options with their values. */
export type Typed = { readonly command: string; readonly values: Readonly<Record<string, string>> };

const WIDTH = 760;
const MARGIN = 20;
/** Where a message's text begins: right of the avatar. */
const TEXT_LEFT = MARGIN + 56;
const PADDING = 16;
const GAP = 10;
const INNER_WIDTH = WIDTH - TEXT_LEFT - MARGIN - 2 * PADDING;

const COLOURS = {
  window: '#1a1a1e',
  input: '#222327',
  edge: '#33343a',
  pill: '#3a3b42',
  container: '#242429',
  button: '#3c3d44',
  blurple: '#5865f2',
  text: '#dfe0e2',
  name: '#ffffff',
} as const;

/** A command and the message that answers it, as Discord's dark look shows them. */
export function discordPicture(typed: Typed, message: Message): string {
  const container = containerBlock(message.components[0].components);
  const head = 88;
  const height = head + 32 + container.height + MARGIN;
  const values = Object.values(typed.values).join(', ');
  return picture(WIDTH, height, `/${typed.command} ${values}: the bot's reply in Discord`, [
    box([0, 0, WIDTH, height], { fill: COLOURS.window, radius: 12 }),
    ...inputLine(typed),
    ...avatar(MARGIN, head),
    ...nameLine(TEXT_LEFT, head),
    ...container.draw(TEXT_LEFT, head + 32),
  ]);
}

/** The line in which the command was typed: "/ask", then each option's name in a pill before its value. */
function inputLine({ command, values }: Typed): readonly string[] {
  const [top, height, baseline] = [MARGIN, 48, MARGIN + 29.5];
  const look = { size: 16, fill: COLOURS.text };
  const parts = [
    box([MARGIN, top, WIDTH - 2 * MARGIN, height], { fill: COLOURS.input, radius: 8, stroke: COLOURS.edge }),
    textAt(MARGIN + 16, baseline, `/${command}`, { ...look, bold: true, fill: COLOURS.name }),
  ];
  let x = MARGIN + 16 + widthOf(`/${command}`, 16, true) + 10;
  for (const [name, value] of Object.entries(values)) {
    const [nameWidth, valueWidth] = [widthOf(name, 14, false), widthOf(value, 16, false)];
    parts.push(
      box([x, top + 10, nameWidth + 16, 28], { fill: COLOURS.pill, radius: 6 }),
      textAt(x + 8, baseline - 0.5, name, { size: 14, fill: '#b5b6bb' }),
      textAt(x + nameWidth + 24, baseline, value, look),
    );
    x += nameWidth + valueWidth + 40;
  }
  return parts;
}

/** The bot's sign: a pair of quotation marks. */
function avatar(x: number, y: number): readonly string[] {
  const mark = (left: number) =>
    `<path transform="translate(${left} ${y + 13})" d="M0 8.2C0 3.6 2.6.8 6.6 0l.7 2C5.4 2.7 4.3 3.9 4.2 5.4h2.6v7H0z" fill="#ffffff"/>`;
  return [
    `<circle cx="${x + 20}" cy="${y + 20}" r="20" fill="${COLOURS.blurple}"/>`,
    mark(x + 11.5),
    mark(x + 21.5),
  ];
}

function nameLine(x: number, y: number): readonly string[] {
  const name = 'On Record';
  const right = x + widthOf(name, 16, true) + 8;
  return [
    textAt(x, y + 16, name, { size: 16, fill: COLOURS.name, bold: true }),
    box([right, y + 3, 32, 17], { fill: COLOURS.blurple, radius: 4 }),
    textAt(right + 5, y + 15.3, 'APP', { size: 11, fill: COLOURS.name, bold: true }),
  ];
}

function containerBlock(components: readonly APIComponentInContainer[]): Block {
  const inner = stack(components.map(componentBlock), GAP);
  const height = inner.height + 2 * PADDING;
  return {
    height,
    draw: (x, y) => [
      box([x, y, INNER_WIDTH + 2 * PADDING, height], {
        fill: COLOURS.container,
        radius: 8,
        stroke: COLOURS.edge,
      }),
      ...inner.draw(x + PADDING, y + PADDING),
    ],
  };
}

/** A component of the kinds that the bot's messages have. */
function componentBlock(component: APIMessageComponent): Block {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return markdownBlock(component.content, INNER_WIDTH);
    case ComponentType.Separator:
      return {
        height: 1,
        draw: (x, y) => [box([x, y, INNER_WIDTH, 1], { fill: COLOURS.edge, radius: 0 })],
      };
    case ComponentType.ActionRow:
      return row(component.components.map(buttonOf));
    case ComponentType.Section: {
      const button = buttonOf(component.accessory);
      const width = INNER_WIDTH - button.width - PADDING;
      const text = stack(component.components.map(({ content }) => markdownBlock(content, width)));
      return {
        height: Math.max(text.height, button.height),
        draw: (x, y) => [...text.draw(x, y), ...button.draw(x + INNER_WIDTH - button.width, y)],
      };
    }
    default:
      throw new Error(`The picture has no look for a component of type ${component.type} yet.`);
  }
}

type Button = Block & { readonly width: number };

function buttonOf(component: APIMessageComponent): Button {
  if (component.type !== ComponentType.Button)
    throw new Error(`The picture has no look for a component of type ${component.type} yet.`);
  const { label = '', disabled = false } = component as APIButtonComponentWithCustomId;
  const width = widthOf(label, 14, true) + 32;
  return {
    width,
    height: 32,
    draw: (x, y) => [
      `<g${disabled ? ' opacity="0.5"' : ''}>`,
      box([x, y, width, 32], { fill: COLOURS.button, radius: 8 }),
      textAt(x + 16, y + 21, label, { size: 14, fill: COLOURS.name, bold: true }),
      '</g>',
    ],
  };
}

function row(buttons: readonly Button[]): Block {
  return {
    height: 32,
    draw: (x, y) => {
      let left = x;
      return buttons.flatMap((button) => {
        const drawn = button.draw(left, y);
        left += button.width + 8;
        return drawn;
      });
    },
  };
}
