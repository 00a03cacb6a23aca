import { describe, expect, it } from 'vitest';
import { HAS_DESCRIPTION, limitProblems, openDescription } from './openapi.ts';
import type { Recorded } from './stand-in.ts';

const CALLBACK = '/interactions/1600000000000000001/a-token/callback';
const request = (over: Partial<Recorded>): Recorded => ({
  method: 'POST',
  path: CALLBACK,
  query: {},
  headers: { 'content-type': 'application/json' },
  body: undefined,
  ...over,
});
const message = (components: readonly object[], over: object = {}) =>
  request({
    body: { type: 4, data: { flags: 32768, allowed_mentions: { parse: [] }, components, ...over } },
  });
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string) => ({
  type: 1,
  components: [{ type: 2, style: 2, label: 'Go', custom_id }],
});

const part = (custom_id: string) => ({ type: 2, style: 2, label: 'Go', custom_id });
const field = (custom_id: string, label = 'A field') => ({
  type: 18,
  label,
  component: { type: 4, custom_id, style: 1 },
});
const form = (components: readonly object[], title = 'A form') =>
  request({ body: { type: 9, data: { custom_id: 'f', title, components } } });
/** The same request with files beside it. */
const beside = (asked: Recorded, count = 1, size = 1): Recorded => ({
  ...asked,
  headers: { 'content-type': 'multipart/form-data; boundary=a' },
  files: new Map(Array.from({ length: count }, (_, at) => [at, { name: 'a', bytes: new Uint8Array(size) }])),
});

describe.skipIf(!HAS_DESCRIPTION)("the check against Discord's own description", () => {
  const problems = HAS_DESCRIPTION ? openDescription() : () => [];

  it('passes what is right', () => {
    expect(problems(message([text('a'), button('a')]))).toEqual([]);
    expect(problems(request({ method: 'GET', path: '/gateway/bot' }))).toEqual([]);
    expect(problems(form([field('a')]))).toEqual([]);
    expect(problems(beside(message([text('a')], { attachments: [{ id: '0' }] })))).toEqual([]);
  });

  it.each<[string, Recorded, RegExp]>([
    ['a text without content', message([{ type: 10 }]), /content/],
    ['an empty text', message([text('')]), /fewer than 1|minLength|limit/],
    ['a custom_id of 101 characters', message([button('a'.repeat(101))]), /100/],
    ['a component of no kind', message([{ type: 99 }]), /components\/0/],
    ['a section without a button', message([{ type: 9, components: [text('a')] }]), /accessory/],
    ['a callback of no kind', request({ body: { type: 77 } }), /type/],
    ['no body', request({}), /needs a body/],
    ['a form without fields', form([]), /components/],
    ['a title of 46 characters', form([field('a')], 'a'.repeat(46)), /45/],
    ['a label of 46 characters', form([field('a', 'a'.repeat(46))]), /45/],
    [
      'a file that is numbered with a number',
      beside(message([text('a')], { attachments: [{ id: 0 }] })),
      /attachments\/0\/id/,
    ],
    ['a path that is not there', request({ path: '/nowhere' }), /no such path/],
    ['a method that is not there', request({ method: 'DELETE', body: undefined }), /no such method/],
    [
      'an interaction without a number',
      request({ path: CALLBACK.replace(/\d+/, 'one'), body: { type: 6 } }),
      /interaction_id/,
    ],
    ['an unknown query', request({ query: { nonsense: '1' }, body: { type: 6 } }), /nonsense/],
    [
      'a command without a name',
      request({ method: 'PUT', path: '/applications/1/commands', body: [{}] }),
      /name/,
    ],
  ])('fails for %s', (_, wrong, why) => {
    expect(problems(wrong).join('\n')).toMatch(why);
  });
});

describe('the check of what the description lets through', () => {
  it('passes what is right', () => {
    expect(limitProblems(message([text('a'), button('a')]))).toEqual([]);
  });

  it.each<[string, Recorded, RegExp]>([
    ['41 components', message(Array(41).fill(text('a'))), /41 components/],
    ['4001 characters', message([text('a'.repeat(4001))]), /4001 characters/],
    ['six buttons in a row', message([{ type: 1, components: Array.from('abcdef', part) }]), /six buttons/],
    ['a form of six fields', form(Array.from('abcdef', (id) => field(id))), /6 fields/],
    ['a form with a field twice', form([field('a'), field('a')]), /a field twice/],
    ['eleven files', beside(message([text('a')]), 11), /11 files/],
    ['a file of more than 10 MiB', beside(message([text('a')]), 1, 10_485_761), /too large/],
    ['the same custom_id twice', message([button('a'), button('a')]), /twice/],
    ['no Components V2', message([text('a')], { flags: 0 }), /IsComponentsV2/],
    ['content beside them', message([text('a')], { content: 'a' }), /content/],
    ['mentions', message([text('a')], { allowed_mentions: undefined }), /mentions/],
    ['a custom_id with a space at its end', message([button('a ')]), /survive/],
  ])('fails for %s', (_, wrong, why) => {
    expect(limitProblems(wrong).join('\n')).toMatch(why);
  });
});
