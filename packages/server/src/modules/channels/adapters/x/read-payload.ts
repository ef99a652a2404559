import type { z } from 'zod';
import { fail, type InboundMessage } from '../../port.ts';

/** It, unless nothing is in it. */
export function withContent(message: InboundMessage): InboundMessage[] {
  return message.text === '' && message.attachments.length === 0 ? [] : [message];
}

/** Milliseconds since 1970 in digits, or a date in words. What is no time is none. */
export function dateOf(time: string | null | undefined): Date | null {
  if (!time) return null;
  const date = new Date(/^\d+$/.test(time) ? Number(time) : Date.parse(time));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The JSON of a body. Throws `request.invalid` where it is none. */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw fail('request.invalid', { field: 'body' });
  }
}

/** Holds it against its form. Throws `request.invalid` with the first field that is not so. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw fail('request.invalid', { field: parsed.error.issues[0]?.path.join('.') || 'body' });
  return parsed.data;
}
