import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** When conversations that only the assistant has are closed: once nothing was said for so many hours. */
export const quietClosing = z.object({ on: z.boolean(), hours: z.number().int().min(1).max(720) });
export type QuietClosing = z.infer<typeof quietClosing>;

export const assistantQuietEndpoints = {
  readQuiet: endpoint({
    method: 'GET',
    path: '/api/assistant/quiet',
    access: { permission: 'assistant.read' },
    summary: 'After how many quiet hours conversations that only the assistant has are closed.',
    response: quietClosing,
  }),
  saveQuiet: endpoint({
    method: 'PUT',
    path: '/api/assistant/quiet',
    access: { permission: 'assistant.manage' },
    summary:
      'Say whether and after how many quiet hours conversations that only the assistant has are closed. The customer’s next message opens one again, as any that is closed.',
    body: quietClosing,
    response: quietClosing,
  }),
};
