import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command } from './commands.ts';
import { ROOT } from './config.ts';

// Discord's own limits for names and descriptions; a definition beyond them could not be registered.
const Name = z.string().regex(/^[a-z][a-z-]{0,31}$/, { error: 'must be 1 to 32 small letters or hyphens' });
const Description = z.string().min(1).max(100);
const isFunction = z.custom((value) => typeof value === 'function', { error: 'must be a function' });

const Definition = z.object({
  name: Name,
  description: Description,
  options: z
    .array(
      z.object({
        name: Name,
        description: Description,
        required: z.boolean(),
        choices: z.array(z.string()).min(1).optional(),
        suggest: isFunction.optional(),
        maxLength: z.number().int().min(1).max(6000),
      }),
    )
    .refine(
      (options) => options.every((option, i) => !option.required || i === 0 || options[i - 1]?.required),
      { error: 'must have the required ones first' },
    ),
  run: isFunction,
});

/**
 * Imports every command of a folder: each `*.ts` file there (tests excepted) has a {@link Command} as its default
 * export. Those that need words come first, each group in alphabetical order.
 *
 * @throws Error naming the file and what is wrong with it, where one can't be loaded, isn't a command, or has the name
 * of another.
 */
export async function loadCommands(folder: string = join(ROOT, 'commands')): Promise<readonly Command[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
    .sort();
  const commands = await Promise.all(files.map((file) => loadCommand(join(folder, file))));
  commands.forEach(({ name }, i) => {
    const first = commands.findIndex((other) => other.name === name);
    if (first !== i) throw new Error(`Command files ${files[first]} and ${files[i]} both define "${name}".`);
  });
  return commands.toSorted(
    (a, b) => Number(needsWords(b)) - Number(needsWords(a)) || (a.name < b.name ? -1 : 1),
  );
}

const needsWords = ({ options }: Command): boolean => options.some(({ required }) => required);

async function loadCommand(file: string): Promise<Command> {
  const module: { default?: unknown } = await import(pathToFileURL(file).href).catch((cause: unknown) => {
    throw new Error(`Command file ${basename(file)} can't be loaded: ${messageOf(cause)}`, { cause });
  });
  const checked = Definition.safeParse(module.default);
  if (checked.success) return module.default as Command;
  const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'export'} ${message}`);
  throw new Error(
    `Command file ${basename(file)} has no command as its default export: ${wrong.join('; ')}.`,
  );
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
