import { readMarkdown } from '../../test/discord/markdown-reader.ts';
import { type TextLook, textAt } from './svg.ts';
import { widthOf } from './widths.ts';

/** Something drawn, and how high it is. `draw` puts it with its upper left corner at a place. */
export type Block = {
  readonly height: number;
  readonly draw: (x: number, y: number) => readonly string[];
};

type Word = { readonly text: string; readonly look: TextLook };

const COLOURS = {
  text: '#dfe0e2',
  strong: '#ffffff',
  small: '#96989d',
  link: '#7bb0f5',
  bar: '#65666c',
} as const;
const LOOKS = {
  line: { size: 16, height: 22, indent: 0 },
  quote: { size: 16, height: 22, indent: 16 },
  small: { size: 13, height: 18, indent: 0 },
} as const;

/**
 * Markdown as Discord shows it in so many columns of pixels: block quotes with their bar, small print, bold, links.
 * What is markdown is told by the reader that the tests hold the bot's messages against.
 */
export function markdownBlock(markdown: string, width: number): Block {
  return stack(markdown.split('\n').map((line) => lineBlock(line, width)));
}

/** Blocks one below the other. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  const height = blocks.reduce((sum, block) => sum + block.height, gap * Math.max(0, blocks.length - 1));
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return blocks.flatMap((block) => {
        const drawn = block.draw(x, top);
        top += block.height + gap;
        return drawn;
      });
    },
  };
}

function lineBlock(markdown: string, width: number): Block {
  const pieces = readMarkdown(markdown);
  const looks = (pieces[0]?.look ?? '').split(', ');
  const kind = looks.includes('quote') ? 'quote' : looks.includes('small') ? 'small' : 'line';
  const { size, height, indent } = LOOKS[kind];
  const words = pieces.flatMap(({ look, text }): Word[] => {
    const bold = look.includes('bold');
    const fill = look.includes('link to')
      ? COLOURS.link
      : kind === 'small'
        ? COLOURS.small
        : bold
          ? COLOURS.strong
          : COLOURS.text;
    return text.split(/(?<=\s)/).map((word) => ({ text: word, look: { size, fill, bold } }));
  });
  const lines = wrap(words, width - indent);
  return {
    height: lines.length * height,
    draw: (x, y) => [
      ...(kind === 'quote' ? [bar(x, y, lines.length * height)] : []),
      ...lines.flatMap((line, i) => drawLine(line, x + indent, y + i * height + height * 0.73)),
    ],
  };
}

const bar = (x: number, y: number, height: number): string =>
  `<rect x="${x}" y="${y}" width="4" height="${height}" rx="2" fill="${COLOURS.bar}"/>`;

/** Breaks words into lines. A word may be in pieces ("unlikely" and its full stop), which stay together. */
function wrap(words: readonly Word[], width: number): readonly (readonly Word[])[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const unit of unbreakable(words)) {
    const wide = unit.reduce((sum, { text, look }) => sum + widthOf(text, look.size, look.bold ?? false), 0);
    const ending = unit.at(-1);
    const blank = ending?.text.endsWith(' ') ? widthOf(' ', ending.look.size, ending.look.bold ?? false) : 0;
    if (used > 0 && used + wide - blank > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...unit);
    used += wide;
  }
  return lines;
}

function unbreakable(words: readonly Word[]): readonly (readonly Word[])[] {
  const units: Word[][] = [];
  for (const word of words) {
    const last = units.at(-1);
    if (last && !/\s$/.test(last.at(-1)?.text ?? '')) last.push(word);
    else units.push([word]);
  }
  return units;
}

/** Draws a line's words, those with the same look as one text. */
function drawLine(words: readonly Word[], x: number, y: number): readonly string[] {
  const runs: Word[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last && last.look.bold === word.look.bold && last.look.fill === word.look.fill)
      runs[runs.length - 1] = { ...last, text: last.text + word.text };
    else runs.push(word);
  }
  let left = x;
  return runs.map(({ text, look }) => {
    const drawn = textAt(left, y, text, look);
    left += widthOf(text, look.size, look.bold ?? false);
    return drawn;
  });
}
