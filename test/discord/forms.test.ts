import { describe, expect, it } from 'vitest';
import { desk, LIBRARY_COMMANDS } from './library-samples.ts';
import { IDS, OTHER } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const startOver = () => running().start({ commands: LIBRARY_COMMANDS, desk });
const isPrivate = ({ flags }: SentMessage) => (flags & 64) !== 0;
const leadOf = (message: SentMessage) => textOf(message).split('\n')[0]?.replaceAll('\\', '');
const OWN = `guild:${IDS.guild} for ${IDS.asker} in ${IDS.channel}`;

describe('a form', () => {
  it('is shown where a command wants one, with its fields as they are defined', async () => {
    await startOver();
    const { form } = await running().discord.open('submit');
    expect(form).toMatchObject({
      title: 'Hand in a text',
      components: [
        { type: 18, label: 'What it is called', component: { style: 1, required: false, max_length: 100 } },
        { type: 18, label: 'The text', component: { style: 2, required: true, max_length: 4000 } },
      ],
    });
  });

  it('is not shown where what was typed is enough', async () => {
    await startOver();
    const { message } = await running().discord.command('submit', { link: 'https://news.example/a' });
    expect(leadOf(message)).toBe(`submit link=https://news.example/a | ${OWN}, trusted`);
  });

  it('runs the command with what is filled in, for everybody or the asker alone as it was sent', async () => {
    await startOver();
    const { discord } = running();
    const open = await discord.fill(await discord.open('submit'), { title: 'A', text: 'It said so.' });
    expect(leadOf(open.message)).toBe(`submit title=A text=It said so. | ${OWN}, trusted`);
    expect(isPrivate(open.message)).toBe(false);
    const hidden = await discord.fill(await discord.open('submit', { private: true }), { text: 'B' });
    expect([leadOf(hidden.message), isPrivate(hidden.message)]).toEqual([
      `submit text=B | ${OWN}, trusted`,
      true,
    ]);
  });

  it('keeps the trust of who sent the command, though they manage nothing', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.fill(await discord.open('submit', {}, { person: OTHER }), {
      text: 'B',
    });
    expect(leadOf(message)).toMatch(/, trusted$/);
  });

  it('is trusted from nobody but whom it was shown to, and where it was', async () => {
    await startOver();
    const { discord } = running();
    const opened = await discord.open('submit');
    for (const where of [{ person: OTHER }, { place: 'other-guild', manages: false }] as const) {
      const { message } = await discord.fill(opened, { text: 'B' }, where);
      expect(textOf(message)).toBe('Only those who may manage this server can do that.');
    }
    const { message } = await discord.fill(opened, { text: 'B' }, { place: 'other-guild' });
    expect(leadOf(message)).toContain(`guild:${IDS.otherGuild}`);
  });

  it('can be changed by nobody to be trusted more', async () => {
    await startOver();
    const { discord } = running();
    const where = { person: OTHER };
    const opened = await discord.open('rename', {}, where);
    const custom_id = opened.form.custom_id.replace(/:rename$/, ':submit');
    const forged = { ...opened, form: { ...(await discord.open('submit')).form, custom_id } };
    const { message } = await discord.fill(forged, { text: 'B' }, where);
    expect(textOf(message)).toBe('Only those who may manage this server can do that.');
  });

  it('that was opened before a restart still works, for whom it would anyhow', async () => {
    const before = await startOver();
    const { discord } = running();
    const opened = await discord.open('submit');
    await before.stop();
    await startOver();
    expect(leadOf((await discord.fill(opened, { text: 'B' })).message)).toContain('text=B');
  });

  it('may take long, and may fail', async () => {
    await startOver();
    const { discord, log } = running();
    const slow = await discord.fill(await discord.open('submit'), { text: 'slow' });
    expect([slow.deferred, leadOf(slow.message)]).toEqual([true, `submit text=slow | ${OWN}, trusted`]);
    const failed = await discord.fill(await discord.open('submit'), { text: 'fail' });
    const [, id] = /`([0-9a-f]{8})`/.exec(textOf(failed.message)) ?? [];
    expect(log.find(({ errorId }) => errorId === id)).toMatchObject({
      err: { message: 'the desk is closed' },
      interaction: 'a form',
    });
  });

  it('takes the place of the message whose button opened it, with what is known filled in', async () => {
    await startOver();
    const { discord } = running();
    const first = await discord.fill(await discord.open('rename'), { title: 'First' });
    const opened = await discord.openBy(first.message, 'Rename');
    expect(opened.form.components[0]?.component.value).toBe('Old');
    const second = await discord.fill(opened, { title: 'Second' });
    expect([second.kind, second.message.id, leadOf(second.message)]).toEqual([
      'update',
      first.message.id,
      expect.stringContaining('title=Second'),
    ]);
    const slow = await discord.fill(await discord.openBy(second.message, 'Rename'), { title: 'slow' });
    expect([slow.kind, slow.deferred, slow.message.id]).toEqual(['update', true, first.message.id]);
  });

  it('opened by a button for an answer of its own shows it to who clicked', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.command('submit', { link: 'https://news.example/a' });
    const another = await discord.fill(await discord.openBy(message, 'Another'), { text: 'B' });
    expect([another.kind, isPrivate(another.message)]).toEqual(['message', true]);
    const refused = await discord.click(message, 'Another', { person: OTHER });
    expect(textOf(refused.message)).toBe('Only those who may manage this server can do that.');
  });

  it('is not shown where there is no library to fill it in for', async () => {
    await startOver();
    const { message } = await running().discord.command('submit', {}, 'foreign-guild');
    expect(textOf(message)).toMatch(/^There is no library here/);
  });

  it('whose command is gone is answered politely', async () => {
    const before = await startOver();
    const opened = await running().discord.open('submit');
    await before.stop();
    await running().start({ commands: LIBRARY_COMMANDS.slice(0, 1), desk });
    const { message } = await running().discord.fill(opened, { text: 'B' });
    expect(textOf(message)).toContain("isn't there any more");
  });
});

itKeepsToTheDescription();
