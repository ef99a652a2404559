import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ownFieldTypes } from './form-book.ts';
import { locale, moment, person } from './shapes.ts';
import { fieldKeys, fieldTypes } from './ticket-forms.ts';
import { category } from './ticket-views.ts';

export const maximumFormFields = 40;
/** What there is to choose in a field. */
export const maximumFieldOptions = 50;
export const maximumFieldClauses = 5;
export const maximumLabelLength = 80;
export const maximumHelpLength = 300;
/** Tickets that hold something in a field are counted up to here. */
export const maximumUseCount = 1000;

/** Names a field that administrators made; letters and underscores, since placeholders name it too. */
export const ownFieldKey = z.templateLiteral(['own_', z.string().regex(/^[a-z_]{1,40}$/)]);
/** Names a field of a form. */
export const formKey = z.union([z.enum(fieldKeys), ownFieldKey]);

const texts = (longest: number) => z.partialRecord(locale, z.string().trim().min(1).max(longest));
const label = texts(maximumLabelLength);
const help = texts(maximumHelpLength);

const condition = z.object({
  match: z.enum(['all', 'any']),
  of: z
    .array(
      z.object({
        field: formKey,
        /** One of these; null: anything at all. */
        is: z.array(z.string().max(40)).max(maximumFieldOptions).nullable(),
      }),
    )
    .max(maximumFieldClauses),
});

const own = z.object({
  type: z.enum(ownFieldTypes),
  options: z
    .array(z.object({ value: z.string().regex(/^[a-z0-9_]{1,30}$/), label }))
    .max(maximumFieldOptions),
});

/** A field as administrators edit it. Without a label in a language, one that came along has the one it came with. */
export const formField = z.object({
  key: formKey,
  required: z.boolean(),
  toSolve: z.boolean(),
  agentsOnly: z.boolean(),
  when: condition.nullable(),
  label,
  help,
  own: own.nullable(),
});

/** The form of a category, as administrators left it. */
export const ticketForm = z.object({
  category,
  /** Grows by one with every change; 0 while nobody changed it. */
  version: z.number().int(),
  /** Null where it is as it came along. */
  fields: z.array(formField).nullable(),
  changedAt: moment,
  changedBy: person.nullable(),
});
export type TicketForm = z.infer<typeof ticketForm>;

export const knownField = z.object({ label, help, own: own.nullable(), agentsOnly: z.boolean() });

/** A field as a customer's form asks for it, in one language. */
export const portalField = z.object({
  key: formKey,
  type: z.enum(fieldTypes),
  label: z.string(),
  help: z.string().nullable(),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  when: condition.nullable(),
});
export type PortalField = z.infer<typeof portalField>;

const byCategory = z.object({ category });

export const ticketFormEndpoints = {
  listForms: endpoint({
    method: 'GET',
    path: '/api/ticket-forms',
    access: { permission: 'tickets.read' },
    summary:
      'The forms of tickets that administrators changed, with all their texts, and the fields they ever made. Every other category asks what it came along with.',
    response: z.object({ forms: z.array(ticketForm), known: z.partialRecord(formKey, knownField) }),
  }),
  saveForm: endpoint({
    method: 'PUT',
    path: '/api/ticket-forms/:category',
    access: { permission: 'tickets.manage' },
    summary:
      'Change what tickets of a category are asked; `fields: null` puts the form back to how it came along. `version` is the one that was changed. What tickets hold stays.',
    params: byCategory,
    body: z.object({
      version: z.number().int().min(0),
      fields: z.array(formField).max(maximumFormFields).nullable(),
    }),
    response: ticketForm,
    errors: [
      'ticket.form_changed',
      'ticket.form_invalid',
      'ticket.form_kind_changed',
      'ticket.form_agents_only',
      'ticket.form_cycle',
      'ticket.form_never_shown',
    ],
  }),
  formUse: endpoint({
    method: 'GET',
    path: '/api/ticket-forms/:category/fields/:key/use',
    access: { permission: 'tickets.manage' },
    summary: `How many tickets of a category hold something in a field, up to ${maximumUseCount}.`,
    params: byCategory.extend({ key: formKey }),
    response: z.object({ tickets: z.number().int(), more: z.boolean() }),
  }),
};

export const portalFormEndpoints = {
  form: endpoint({
    method: 'GET',
    path: '/api/portal/form',
    access: 'customer',
    summary:
      'What a new ticket of a category asks a customer, in their language; `others` names what their older tickets may hold besides.',
    query: byCategory.extend({ locale }),
    response: z.object({ fields: z.array(portalField), others: z.array(portalField) }),
  }),
};
