import { type Locale, maximumSubjectLength, type TicketFields, ticketFields } from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';
import { keepOut, sayMarks } from '../conversations/index.ts';

interface Form {
  readonly subject: string;
  readonly fields: TicketFields;
  readonly locale: Locale;
  /** See `newCustomerText` of the contract. */
  readonly anyway: boolean;
}

/**
 * What a customer filled in beside their message, without secrets: words say what was there, and `removed` lists it. A field that has a form of its own, and would not
 * have it any more, is left out. Pure.
 */
export function shieldForm({ subject, fields, locale, anyway }: Form): {
  subject: string;
  fields: TicketFields;
  removed: readonly SecretKind[];
} {
  const removed = new Set<SecretKind>();
  const said = (text: string): string => {
    const { text: left, kinds } = keepOut(text, anyway);
    for (const kind of kinds) removed.add(kind);
    return sayMarks(left, locale);
  };
  const kept = Object.entries(fields).flatMap(([key, value]) => {
    const text = said(value ?? '');
    return ticketFields.safeParse({ [key]: text }).success ? [[key, text] as const] : [];
  });
  return {
    subject: said(subject).slice(0, maximumSubjectLength).toWellFormed(),
    fields: ticketFields.parse(Object.fromEntries(kept)),
    removed: [...removed],
  };
}
