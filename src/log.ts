import { type Logger, pino, stdSerializers } from 'pino';
import type { LogLevel } from './config.ts';

/** What stands where a secret stood. */
const HIDDEN = '[hidden]';

/** Gives back a text without the secrets, in whatever form JSON or an address would write them. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .filter((form) => form !== '')
    .reduce((hidden, form) => hidden.replaceAll(form, HIDDEN), text);
}

/** Where log lines go, one call a line. */
export type LogSink = { write(line: string): void };

/**
 * A logger of JSON lines, to standard error unless another sink is given. No line that leaves it holds one of the
 * secrets: the finished line is searched, so that it doesn't matter whether a secret came in a field, in a message or
 * deep within an error.
 */
export function createLogger(
  level: LogLevel,
  secrets: readonly string[],
  sink: LogSink = toStderr(),
): Logger {
  return pino(
    { level, base: null, serializers: { err: stdSerializers.errWithCause } },
    { write: (line) => sink.write(hideSecrets(line, secrets)) },
  );
}

function toStderr(): LogSink {
  const destination = pino.destination({ dest: 2, sync: true });
  // Nobody may be left to read the log; that is no reason to stop working.
  destination.on('error', () => {});
  return destination;
}
