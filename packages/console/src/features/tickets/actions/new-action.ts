import type { TicketAction, TicketActionKind } from '@fairlead/contract';

const blank: { readonly [K in TicketActionKind]: Extract<TicketAction, { do: K }> } = {
  set_priority: { do: 'set_priority', priority: 'high' },
  set_status: { do: 'set_status', status: 'pending' },
  set_category: { do: 'set_category', category: 'other' },
  set_team: { do: 'set_team', teamId: '' },
  set_assignee: { do: 'set_assignee', agentId: null },
  add_tags: { do: 'add_tags', tags: [] },
  remove_tags: { do: 'remove_tags', tags: [] },
  add_followers: { do: 'add_followers', agentIds: [] },
  add_checklist: { do: 'add_checklist', entries: [] },
  write_note: { do: 'write_note', text: '' },
  reply: { do: 'reply', texts: { en: '' }, fallback: 'en' },
  notify: { do: 'notify', agentIds: [], teamId: null, text: '' },
  open_child: { do: 'open_child', subject: '', category: 'other', teamId: '', waits: true },
};

/** The kinds of actions, in the order in which they are offered. */
export const actionKinds = Object.keys(blank) as TicketActionKind[];

/** Those that a macro can have: its text is the reply. */
export const macroActionKinds = actionKinds.filter((kind) => kind !== 'reply');

/** An action of a kind in which everything is still to be said. */
export const newAction = (kind: TicketActionKind): TicketAction => structuredClone(blank[kind]);
