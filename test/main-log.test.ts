import { expect, it } from 'vitest';
import { createLogger } from '../src/log.ts';

it('never writes the token: not in a field, a message, an address or the cause of an error', () => {
  const token = 'MTIz.a"b/c';
  const lines: string[] = [];
  const logger = createLogger('info', [token], { write: (line) => lines.push(line) });
  const cause = new Error(`401 for Bot ${token}`);
  logger.error(
    { err: new Error(`at https://discord.com/${encodeURIComponent(token)}`, { cause }), token },
    token,
  );
  logger.debug('not at this level');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/MTIz/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: '[hidden]', token: '[hidden]' });
});
