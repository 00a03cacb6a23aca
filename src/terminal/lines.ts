import type { Readable } from 'node:stream';

/**
 * The lines of a stream of UTF-8 text, each as soon as it has come, without its line break (`\n` or `\r\n`) and without
 * a byte order mark. Unlike node:readline it takes no other character for the end of a line, so that one line in is one
 * line out.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  let first = true;
  const finished = (line: string): string => {
    const clean = first ? line.replace(/^\ufeff/, '') : line;
    first = false;
    return clean.replace(/\r$/, '');
  };
  for await (const chunk of input) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield finished(line);
  }
  if (rest !== '') yield finished(rest);
}
