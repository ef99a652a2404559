import { endpoints, type FormField, formFieldOf, shippedBook } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectLive, event, welcome } from '../../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestCustomer } from '../../../testing/world.ts';
import { addIdentityKey } from '../../access/index.ts';
import { createInbox } from '../../channels/index.ts';
import { at, type TicketScene, ticketScene, words } from '../tickets.testing.ts';

const { portal, tickets } = endpoints;
const category = 'other.earn' as const;
let server: TestServer;
let scene: TicketScene;
let customer: TestCustomer;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  scene = await ticketScene(server);
  const { database, keys } = server.platform;
  const inbox = await database.write(async (tx) => {
    const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: scene.team });
    const { secret } = await addIdentityKey(tx, keys, made.id, { algorithm: 'HS256' });
    return { key: made.key, secret: secret ?? '' };
  });
  const identity = await server.world.identity(inbox.secret, { sub: '9001' });
  customer = await server.world.customer(inbox.key, { identity });
});

const usual = { required: false, toSolve: false, agentsOnly: false, when: null, help: {} };
const product: FormField = {
  ...usual,
  key: 'own_product',
  required: true,
  label: { en: 'Product', 'zh-CN': '产品' },
  help: { en: 'As the page of the product calls it.' },
  own: {
    type: 'choice',
    options: [
      { value: 'flexible', label: { en: 'Flexible', 'zh-CN': '活期' } },
      { value: 'fixed', label: { en: 'Fixed term', 'zh-CN': '定期' } },
    ],
  },
};
const term: FormField = {
  ...usual,
  key: 'own_term',
  required: true,
  when: { match: 'all', of: [{ field: 'own_product', is: ['fixed'] }] },
  label: { en: 'Days of the term' },
  own: { type: 'number', options: [] },
};
const cause: FormField = {
  ...usual,
  key: 'own_cause',
  agentsOnly: true,
  toSolve: true,
  label: { en: 'Cause' },
  own: { type: 'line', options: [] },
};
const asset = formFieldOf(shippedBook.formOf(category).find((it) => it.key === 'asset') ?? fieldMissing());
function fieldMissing(): never {
  throw new Error('the shipped form asks for a coin');
}

const versionOf = async () => {
  const { forms } = await scene.mei.call(tickets.listForms, {});
  return forms.find((it) => it.category === category)?.version ?? 0;
};
const save = async (fields: FormField[] | null) =>
  scene.lead.call(tickets.saveForm, { params: { category }, body: { version: await versionOf(), fields } });
const refusal = async (fields: FormField[]) =>
  scene.lead.refused(tickets.saveForm, {
    params: { category },
    body: { version: await versionOf(), fields },
  });
const formIn = (locale: 'en' | 'zh-CN' | 'ja') => customer.call(portal.form, { query: { category, locale } });
const opening = (fields: Record<string, string>) => ({
  body: { ...words('My interest is missing'), subject: 'Interest', category, fields, locale: 'en' as const },
});
const get = (id: string) => scene.lead.call(tickets.get, at(id));

describe('a form', () => {
  test('is as it came along until somebody changes it, in every language', async () => {
    const { fields, others } = await formIn('ja');
    expect(fields.map((it) => [it.key, it.label, it.required])).toEqual([
      ['asset', '通貨', true],
      ['amount', '数量', false],
      ['date', '日付', false],
    ]);
    expect(others).toEqual([]);
  });

  test('is changed by who manages tickets, and by nobody else', async () => {
    const body = { version: 0, fields: [asset] };
    expect(await scene.mei.refused(tickets.saveForm, { params: { category }, body })).toBe(
      'access.forbidden',
    );
    const saved = await save([asset, product, term, cause]);
    expect(saved).toMatchObject({ version: 1, changedBy: { name: 'Lead' } });
    expect((await scene.mei.call(tickets.listForms, {})).forms).toEqual([saved]);
  });

  test('is asked of customers in their language, without what is for agents', async () => {
    const { fields } = await formIn('zh-CN');
    expect(fields.map((it) => it.label)).toEqual(['币种', '产品', 'Days of the term']);
    expect(fields[1]).toMatchObject({
      help: 'As the page of the product calls it.',
      choices: [
        { value: 'flexible', label: '活期' },
        { value: 'fixed', label: '定期' },
      ],
    });
    expect((await formIn('ja')).fields[1]?.label).toBe('Product');
  });

  test('of two who change it at once one is refused', async () => {
    const version = await versionOf();
    const body = { version, fields: [asset, product, term, cause] };
    const attempt = () => scene.lead.call(tickets.saveForm, { params: { category }, body });
    const outcomes = await Promise.allSettled([attempt(), attempt()]);
    expect(outcomes.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await scene.lead.refused(tickets.saveForm, { params: { category }, body })).toBe(
      'ticket.form_changed',
    );
    expect(await versionOf()).toBe(version + 1);
  });

  test('that contradicts itself is refused, and says where', async () => {
    expect(await refusal([{ ...product, label: {} }])).toBe('ticket.form_invalid');
    expect(await refusal([{ ...product, own: { type: 'line', options: [] } }])).toBe(
      'ticket.form_kind_changed',
    );
    expect(await refusal([{ ...cause, required: true }])).toBe('ticket.form_agents_only');
    const onTerm = { match: 'all' as const, of: [{ field: 'own_term' as const, is: null }] };
    expect(await refusal([{ ...product, when: onTerm }, term])).toBe('ticket.form_cycle');
    const both = ['flexible', 'fixed'].map((it) => ({ field: 'own_product' as const, is: [it] }));
    expect(await refusal([product, { ...term, when: { match: 'all', of: both } }])).toBe(
      'ticket.form_never_shown',
    );
  });
});

describe('a ticket', () => {
  test('is held to the form by what its customer answers', async () => {
    const refused = (fields: Record<string, string>) => customer.refused(portal.open, opening(fields));
    expect(await refused({ asset: 'BTC' })).toBe('ticket.field_required');
    expect(await refused({ asset: 'BTC', own_product: 'fixed' })).toBe('ticket.field_required');
    expect(await refused({ asset: 'BTC', own_product: 'fixed', own_term: 'long' })).toBe(
      'ticket.field_invalid',
    );
    expect(await refused({ asset: 'BTC', own_product: 'flexible', own_cause: 'me' })).toBe(
      'ticket.field_unknown',
    );
    expect(await refused({ asset: 'BTC', own_product: 'flexible', amount: '5' })).toBe(
      'ticket.field_unknown',
    );
    expect(await refused({ asset: 'BTC', 'own product': 'flexible' })).toBe('request.invalid');
  });

  test('drops what is hidden, waits for what solving needs, and tells customers nothing of agents’ fields', async () => {
    const hidden = { asset: 'btc', own_product: 'flexible', own_term: '30' };
    const { id } = await customer.call(portal.open, opening(hidden));
    expect((await get(id)).fields).toEqual({ asset: 'BTC', own_product: 'flexible' });
    const solve = { ...at(id), body: { status: 'solved' as const } };
    expect(await scene.lead.refused(tickets.setStatus, solve)).toBe('ticket.solve_needs_field');
    const { results } = await scene.lead.call(tickets.bulk, { body: { ids: [id], status: 'solved' } });
    expect(results[0]?.refused).toEqual({ code: 'ticket.solve_needs_field', params: { field: 'own_cause' } });
    await scene.lead.call(tickets.update, { ...at(id), body: { fields: { own_cause: 'Rate table' } } });
    expect((await customer.call(portal.get, at(id))).fields).not.toHaveProperty('own_cause');
    expect((await scene.lead.call(tickets.setStatus, solve)).status).toBe('solved');
    expect(
      (await scene.lead.call(tickets.bulk, { body: { ids: [id], status: 'open' } })).undoId,
    ).not.toBeNull();
    expect(
      (await scene.lead.call(tickets.bulk, { body: { ids: [id], status: 'solved' } })).results[0],
    ).toMatchObject({
      changed: true,
    });
  });

  test('is solved by its customer whatever agents have left open', async () => {
    const { id } = await customer.call(portal.open, opening({ asset: 'BTC', own_product: 'flexible' }));
    expect((await customer.call(portal.solve, at(id))).status).toBe('solved');
  });

  test('keeps what it holds when the form is put back, readable for both', async () => {
    const { id } = await customer.call(
      portal.open,
      opening({ asset: 'BTC', own_product: 'fixed', own_term: '30' }),
    );
    await scene.lead.call(tickets.update, { ...at(id), body: { fields: { own_cause: 'Rate table' } } });
    const use = (key: 'own_term' | 'own_product') =>
      scene.lead.call(tickets.formUse, { params: { category, key } });
    expect(await use('own_term')).toEqual({ tickets: 1, more: false });
    expect((await use('own_product')).tickets).toBeGreaterThan(1);

    const back = await save(null);
    expect(back.fields).toBeNull();
    const held = { asset: 'BTC', own_product: 'fixed', own_term: '30' };
    expect((await get(id)).fields).toEqual({ ...held, own_cause: 'Rate table' });
    expect((await customer.call(portal.get, at(id))).fields).toEqual(held);
    const { fields, others } = await formIn('en');
    expect(fields.map((it) => it.key)).toEqual(['asset', 'amount', 'date']);
    expect(others.map((it) => [it.key, it.label]).toSorted()).toEqual([
      ['own_product', 'Product'],
      ['own_term', 'Days of the term'],
    ]);
    expect((await scene.mei.call(tickets.listForms, {})).known).toHaveProperty('own_cause');
    // What it holds besides its form can be changed and cleared, as its kind has it.
    const change = (value: string) => ({ ...at(id), body: { fields: { own_term: value } } });
    expect(await scene.lead.refused(tickets.update, change('long'))).toBe('ticket.field_invalid');
    await scene.lead.call(tickets.update, change('31'));
    expect((await scene.lead.call(tickets.update, change(''))).fields).not.toHaveProperty('own_term');
    expect((await scene.lead.call(tickets.setStatus, { ...at(id), body: { status: 'solved' } })).status).toBe(
      'solved',
    );
  });
});

test('a change holds on every node from its commit on', async () => {
  const other = await createTestServer({ ROLE: 'web' }, server);
  const elsewhere = await other.world.agent({ name: 'Elsewhere', roles: ['team_lead'] });
  for (const label of ['First', 'Second']) {
    const fields = [{ ...product, label: { en: label } }];
    const body = { version: await versionOf(), fields };
    await elsewhere.call(tickets.saveForm, { params: { category }, body });
    expect((await formIn('en')).fields.map((it) => it.label)).toEqual([label]);
  }
});

test('every agent’s page hears that a form was changed, and customers do not', async () => {
  const [live, theirs] = [
    connectLive(server.url, scene.kim),
    connectLive(server.url, { token: customer.session.token, browserKey: customer.browserKey }),
  ];
  await Promise.all([live.hear(welcome), theirs.hear(welcome)]);
  await save([asset, product]);
  expect(await live.hear(event('ticket_form.changed'))).toMatchObject({ event: { category } });
  expect(theirs.heard.filter(event('ticket_form.changed'))).toEqual([]);
  live.close();
  theirs.close();
});
