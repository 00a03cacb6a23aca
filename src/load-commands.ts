import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command, CommandGroup } from './commands.ts';
import { ROOT } from './config.ts';

// Discord's own limits for names and descriptions; a definition beyond them could not be registered.
const NAME = '[a-z][a-z-]{0,31}';
const Name = z.string().regex(new RegExp(`^${NAME}$`), { error: 'must be 1 to 32 small letters or hyphens' });
const Description = z.string().min(1).max(100);
const isFunction = z.custom((value) => typeof value === 'function', { error: 'must be a function' });

const MenuEntry = z.object({ name: z.string().min(1).max(32), values: isFunction });

const Form = z.object({
  title: z.string().min(1).max(45),
  fields: z
    .array(
      z.object({
        name: Name,
        label: z.string().min(1).max(45),
        required: z.boolean(),
        long: z.literal(true).optional(),
        maxLength: z.number().int().min(1).max(4000),
      }),
    )
    .min(1)
    .max(5),
  isWanted: isFunction,
});

const flag = z.literal(true).optional();

const Definition = z.object({
  name: Name,
  description: Description,
  options: z
    .array(
      z.object({
        kind: z.enum(['text', 'file']).optional(),
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
  carried: z.array(z.string().min(1)).optional(),
  forMessage: MenuEntry.optional(),
  form: Form.optional(),
  needsLibrary: flag,
  needsManager: flag,
  decidesItself: flag,
  isCostly: flag,
  isPrivate: flag,
  run: isFunction,
});

const groupDefinition = (group: string) =>
  z.object({
    name: Name,
    description: Description,
    commands: z
      .array(
        Definition.extend({
          name: z.string().regex(new RegExp(`^${group} ${NAME}$`), {
            error: `must be "${group}" and a name of 1 to 32 small letters or hyphens`,
          }),
        }),
      )
      .min(1)
      .max(25),
  });

/** What one file defines: a command, or the commands of a group, with the first word of all of them. */
type Loaded = { readonly name: string; readonly commands: readonly Command[] };

/**
 * Imports every command of a folder: each `*.ts` file there (tests excepted) has a {@link Command} or a {@link CommandGroup} as
 * its default export. Those that need words come first, each half in alphabetical order; a group's commands are among the
 * others, by both of their names.
 *
 * @throws Error naming the file and what is wrong with it, where one can't be loaded, isn't a command, or has the name
 * of another.
 */
export async function loadCommands(folder: string = join(ROOT, 'commands')): Promise<readonly Command[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
    .sort();
  const loaded = await Promise.all(files.map((file) => loadFile(join(folder, file))));
  loaded.forEach(({ name }, i) => {
    const first = loaded.findIndex((other) => other.name === name);
    if (first !== i) throw new Error(`Command files ${files[first]} and ${files[i]} both define "${name}".`);
  });
  return loaded
    .flatMap(({ commands }) => commands)
    .toSorted((a, b) => Number(needsWords(b)) - Number(needsWords(a)) || (a.name < b.name ? -1 : 1));
}

const needsWords = ({ options }: Command): boolean => options.some(({ required }) => required);

async function loadFile(path: string): Promise<Loaded> {
  const file = basename(path);
  const module: { default?: unknown } = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw new Error(`Command file ${file} can't be loaded: ${messageOf(cause)}`, { cause });
  });
  return isGroup(module.default) ? loadGroup(module.default, file) : loadCommand(module.default, file);
}

const isGroup = (value: unknown): value is CommandGroup =>
  typeof value === 'object' && value !== null && 'commands' in value;

function loadCommand(value: unknown, file: string): Loaded {
  check(Definition, value, `Command file ${file} has no command as its default export`);
  const command = value as Command;
  return { name: command.name, commands: [command] };
}

function loadGroup(group: CommandGroup, file: string): Loaded {
  const what = `Command file ${file} has no group of commands as its default export`;
  check(groupDefinition(String(group.name)), group, what);
  const { name, description, commands } = group;
  const names = commands.map((command) => command.name);
  const twice = names.find((one, i) => names.indexOf(one) !== i);
  if (twice !== undefined) throw new Error(`Command file ${file} defines "${twice}" twice.`);
  return { name, commands: commands.map((command) => ({ ...command, group: description })) };
}

function check(definition: z.ZodType, value: unknown, what: string): void {
  const checked = definition.safeParse(value);
  if (checked.success) return;
  const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'export'} ${message}`);
  throw new Error(`${what}: ${wrong.join('; ')}.`);
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
