import { endpoints } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import {
  agents,
  begin,
  byMail,
  claimant,
  holder,
  lena,
  note,
  recoveryDesk,
  server,
} from './recovery-desk.testing.ts';

/** The way to ask for an account back, shown in a chat, and what colleagues see of it. */
const { recoveries } = endpoints;
await recoveryDesk();

describe('a claim that began in a chat', () => {
  async function talk(text: string) {
    const desk = await server.world.inbox({ team: await server.world.team(), assistant: true });
    const visitor = await server.world.customer(desk.key);
    const body = {
      key: `say-${text}`.slice(0, 40),
      text,
      attachmentIds: [],
      topic: null,
      locale: 'en' as const,
    };
    const { conversation } = await visitor.call(endpoints.chat.start, { body });
    await server.settle();
    const params = { id: conversation.id };
    const read = async () => (await visitor.call(endpoints.chat.messages, { params, query: {} })).items;
    const said = (await read()).findLast((it) => it.author.type === 'bot')?.text ?? '';
    return { id: conversation.id, said, read };
  }
  const linesIn = async (id: string) => {
    const { rows } = await server.platform.database.raw(
      `select system_key as key from messages where conversation_id = $1 and system_key like 'recovery%' order by seq`,
      [id],
    );
    return rows.map((row) => (row as { key: string }).key);
  };

  test('is offered by a link, shows in the conversation for colleagues and in the time line of its ticket', async () => {
    const { id, said, read } = await talk('I lost my phone and with it the authenticator');
    const cameBy = /\/portal\/new\/account_security\.lost_2fa#recover=(\S+)$/m.exec(said)?.[1] ?? '';
    expect(cameBy).toContain(id);
    const { uid, email } = await holder();
    const { at, it } = await begin(await byMail(email), uid, ['password'], cameBy);
    expect(await linesIn(id)).toEqual(['recovery_begun', 'recovery_review']);
    await lena.call(recoveries.approve, { ...it, body: note });
    expect(await linesIn(id)).toEqual(['recovery_begun', 'recovery_review', 'recovery_granted']);
    expect((await read()).filter((message) => message.kind === 'system')).toEqual([]);

    const { items } = await lena.call(endpoints.tickets.timeline, { ...at, query: {} });
    const told = items.filter(({ type }) => type === 'exchange.account_recovery_changed');
    expect(told.map(({ actor, details }) => [actor.type, actor.name, details['state']])).toEqual([
      ['agent', 'Lena', 'granted'],
      ['customer', null, 'review'],
    ]);
    expect(told.every((entry) => entry.of === 'ticket')).toBe(true);
  });

  test('counts for nothing where the link has expired or is made up; the claim goes its way', async () => {
    const { id, said } = await talk('I cannot sign in, the authenticator code is gone');
    const cameBy = /#recover=(\S+)$/m.exec(said)?.[1] ?? '';
    expect(cameBy).not.toBe('');
    const made = cameBy.replace(/.(?=.{60})/, 'A');
    const { uid } = await holder();
    await begin(await claimant(), uid, ['password'], made === cameBy ? `x${cameBy}` : made);
    server.clock.advance({ minutes: 31 });
    const { it } = await begin(await claimant(), (await holder()).uid, ['password'], cameBy);
    await agents();
    expect(await linesIn(id)).toEqual([]);
    expect((await lena.call(recoveries.get, it)).state).toBe('proving');
  });

  test('is not offered to whom somebody took the account from: people go on', async () => {
    const { said } = await talk('my account was hacked and somebody withdrew everything');
    expect(said).not.toContain('#recover=');
  });
});
