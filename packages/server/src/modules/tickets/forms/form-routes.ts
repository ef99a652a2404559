import { endpoints, maximumUseCount } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { countUse } from './form-store.ts';
import { portalForm } from './portal-form.ts';
import { readForms } from './read-forms.ts';
import { presentForms, saveForm } from './save-form.ts';

/** What tickets are asked: for agents, administrators and customers. */
export function formRoutes(platform: Platform): void {
  const { database, http } = platform;
  const { tickets, portal } = endpoints;

  http.route(tickets.listForms, async () => {
    const reader = database.reader();
    const { forms, known } = await readForms(reader);
    return { forms: await presentForms(reader, forms), known: { ...known } };
  });
  http.route(tickets.saveForm, async ({ caller, params, body }) => {
    const saved = await database.write((tx) => saveForm(tx, platform, caller, params.category, body));
    const [form] = await presentForms(database.reader(), [saved]);
    if (!form) throw new Error('a form was saved, and is not there');
    return form;
  });
  http.route(tickets.formUse, async ({ params }) => {
    const count = await countUse(database.reader(), params.category, params.key, maximumUseCount + 1);
    return { tickets: Math.min(count, maximumUseCount), more: count > maximumUseCount };
  });
  http.route(portal.form, async ({ query }) => {
    const { book, known } = await readForms(database.reader());
    return portalForm(book, known, query.category, query.locale);
  });
}
