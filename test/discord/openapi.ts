import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Component, everyPart, type FormShown, type Recorded } from './stand-in.ts';

/** Discord's own description of its API, beside the project where there is one. */
const FILE = fileURLToPath(new URL('../../../shared/discord/openapi.json', import.meta.url));

/** Whether Discord's description is there to check against. */
export const HAS_DESCRIPTION = existsSync(FILE);

type Parameter = { readonly name: string; readonly in: string; readonly schema: object };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: object };
};
type PathItem = { readonly parameters?: readonly Parameter[] } & Readonly<
  Record<string, Operation | undefined>
>;

/** Says what is wrong with a request by Discord's own description; an empty list where nothing is. */
export function openDescription(): (request: Recorded) => readonly string[] {
  const description = JSON.parse(readFileSync(FILE, 'utf8')) as { paths: Readonly<Record<string, PathItem>> };
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addSchema(description, 'discord');
  const validators = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
    validators.set(pointer, known);
    return known;
  };
  const check = (pointer: string, value: unknown, where: string): readonly string[] => {
    const validate = validator(pointer);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${where}${explain(error)}`);
  };

  return (request) => {
    const where = `${request.method} ${request.path}: `;
    const found = findPath(Object.keys(description.paths), request.path);
    if (found === null) return [`${where}no such path`];
    const item = description.paths[found.template];
    const method = request.method.toLowerCase();
    const operation = item?.[method];
    if (item === undefined || operation === undefined) return [`${where}no such method`];
    const base = `/paths/${escapePointer(found.template)}`;
    const named = [
      ...(item.parameters ?? []).map((parameter, at) => ({ parameter, pointer: `${base}/parameters/${at}` })),
      ...(operation.parameters ?? []).map((parameter, at) => ({
        parameter,
        pointer: `${base}/${method}/parameters/${at}`,
      })),
    ];
    const given = { path: found.values, query: request.query };
    const parameters = Object.entries(given).flatMap(([kind, values]) =>
      Object.entries(values).flatMap(([name, value]) => {
        const known = named.find(({ parameter }) => parameter.name === name && parameter.in === kind);
        if (known === undefined) return [`${where}no such ${kind} parameter: ${name}`];
        return check(`${known.pointer}/schema`, plainValue(kind, value), `${where}${name} `);
      }),
    );
    return [...parameters, ...bodyProblems(request, operation, `${base}/${method}`, check, where)];
  };
}

type Check = (pointer: string, value: unknown, where: string) => readonly string[];

function bodyProblems(request: Recorded, operation: Operation, base: string, check: Check, where: string) {
  if (operation.requestBody === undefined) return request.body === undefined ? [] : [`${where}takes no body`];
  if (request.body === undefined) return [`${where}needs a body`];
  const type = /^(?:application\/json|multipart\/form-data)\b/.exec(
    request.headers['content-type'] ?? '',
  )?.[0];
  if (type === undefined) return [`${where}is not JSON`];
  if (!(type in operation.requestBody.content)) return [`${where}takes no ${type}`];
  const body = isCommands(request) ? withNumbers(request.body) : request.body;
  return check(`${base}/requestBody/content/${escapePointer(type)}/schema`, body, where);
}

const isCommands = ({ path }: Recorded): boolean => path.endsWith('/commands');

/** The description has permissions as a number, where the documentation, and all that Discord itself sends, has a text. */
function withNumbers(commands: unknown): unknown {
  if (!Array.isArray(commands)) return commands;
  return commands.map((command: { default_member_permissions?: string }) =>
    command.default_member_permissions === undefined
      ? command
      : { ...command, default_member_permissions: Number(command.default_member_permissions) },
  );
}

/** The path in the description that an address stands for; one without placeholders comes before one with them. */
function findPath(templates: readonly string[], path: string) {
  const candidates = templates.flatMap((template) => {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '([^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match === null) return [];
    return [{ template, values: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) }];
  });
  const [first] = candidates.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length);
  return first ?? null;
}

function plainValue(kind: string, value: string): unknown {
  return kind === 'query' && /^(true|false)$/.test(value) ? value === 'true' : value;
}

function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function explain({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}

const MESSAGE_TYPES = [4, 7];
const IS_COMPONENTS_V2 = 1 << 15;

/** Says what Discord wouldn't take about a request although its description lets it through. */
export function limitProblems(request: Recorded): readonly string[] {
  const files = [...(request.files?.values() ?? [])];
  if (files.length > 10) return [`${request.path}: ${files.length} files`];
  if (files.some(({ bytes }) => bytes.byteLength > 10_485_760)) return [`${request.path}: a file too large`];
  const form = formIn(request);
  if (form !== null) return formProblems(form).map((problem) => `${request.path}: ${problem}`);
  const message = messageIn(request);
  if (message === null) return [];
  const parts = everyPart(message.components ?? []);
  const characters = parts.reduce((sum, { content = '' }) => sum + [...content].length, 0);
  const ids = parts.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const problems = [
    parts.length > 40 && `${parts.length} components`,
    characters > 4000 && `${characters} characters of text`,
    parts.some(({ content }) => content?.trim() === '') && 'an empty text',
    parts.some(({ type, components = [] }) => type === 1 && components.length > 5) && 'six buttons in a row',
    new Set(ids).size < ids.length && 'the same custom_id twice',
    ids.some((id) => id !== id.trim() || /\p{Cc}|\p{Surrogate}/u.test(id)) &&
      'a custom_id that may not survive',
    ((message.flags ?? 0) & IS_COMPONENTS_V2) === 0 && 'no flag IsComponentsV2',
    (message.content != null || message.embeds != null) && 'content or embeds beside Components V2',
    JSON.stringify(message.allowed_mentions) !== '{"parse":[]}' && 'mentions are allowed',
  ];
  return problems
    .filter((problem) => typeof problem === 'string')
    .map((problem) => `${request.path}: ${problem}`);
}

type MessageBody = {
  readonly components?: readonly Component[];
  readonly flags?: number;
  readonly allowed_mentions?: unknown;
  readonly content?: unknown;
  readonly embeds?: unknown;
};

/** The form that a request shows, if it does. */
function formIn({ path, body }: Recorded): FormShown | null {
  if (!path.endsWith('/callback')) return null;
  const { type, data } = body as { type: number; data?: FormShown };
  return type === 9 && data !== undefined ? data : null;
}

function formProblems({ custom_id, components }: FormShown): readonly string[] {
  const names = components.map(({ component }) => component.custom_id);
  return [
    ...(components.length > 5 ? [`${components.length} fields`] : []),
    ...(new Set(names).size < names.length ? ['a field twice'] : []),
    ...(custom_id === custom_id.trim() ? [] : ['a custom_id that may not survive']),
  ];
}

/** The message that a request sends or changes, if it does. */
function messageIn({ path, body }: Recorded): MessageBody | null {
  if (path.startsWith('/webhooks/')) return body as MessageBody;
  if (path.startsWith('/channels/')) return (body as MessageBody | undefined) ?? null;
  if (!path.endsWith('/callback')) return null;
  const { type, data = {} } = body as { type: number; data?: MessageBody };
  return MESSAGE_TYPES.includes(type) ? data : null;
}
