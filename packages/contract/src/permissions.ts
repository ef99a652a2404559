/**
 * What an agent may do. A route names exactly one of these; a role is a set of them.
 * `conversations.read` reaches the conversations of one's own teams and one's own; `read_all` reaches every one. `tickets.read` reaches
 * those besides that one follows, and those of conversations within reach. `exchange.read` looks up what the exchange knows of the customers
 * of those conversations; `freeze` asks for an account to be frozen there, `approve_freeze` agrees to what another asked for; `decide_recovery` decides who gets an account back. `assistant.read` tries the assistant and sees how it decides; `manage` changes how.
 * `alerts.stop` sees and stops the market alerts of customers; `alerts.manage` says what there is of them.
 * `announcements.read` sees announcements and what became of them; `manage` writes and publishes them, `approve` agrees to what others wrote, and withdraws.
 * `shield.manage` sees what the secret shield removed and says what is kept of it; `shield.open_sealed` opens what is kept, and is nobody's who was not given it.
 * `official.read` sees which channels are the exchange's own and who poses as it; `official.manage` says so.
 */
export const permissions = [
  'conversations.read',
  'conversations.read_all',
  'conversations.reply',
  'conversations.assign',
  'files.open_sensitive',
  'tickets.read',
  'tickets.read_all',
  'tickets.write',
  'tickets.manage',
  'sla.read',
  'sla.manage',
  'automation.manage',
  'customers.read',
  'exchange.read',
  'exchange.freeze',
  'exchange.approve_freeze',
  'exchange.decide_recovery',
  'people.read',
  'people.manage',
  'channels.read',
  'channels.manage',
  'operations.read',
  'operations.manage',
  'audit.read',
  'knowledge.write',
  'knowledge.publish',
  'insights.read',
  'assistant.read',
  'assistant.manage',
  'official.read',
  'official.manage',
  'alerts.stop',
  'alerts.manage',
  'announcements.read',
  'announcements.manage',
  'announcements.approve',
  'shield.manage',
  'shield.open_sealed',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'administrator',
  'team_lead',
  'agent',
  'document_reviewer',
  'seal_opener',
  'knowledge_editor',
  'analyst',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

const agentRights: Permission[] = [
  'conversations.read',
  'conversations.reply',
  'tickets.read',
  'tickets.write',
  'customers.read',
  'exchange.read',
  'exchange.freeze',
  'people.read',
  'channels.read',
  'official.read',
  'alerts.stop',
  'announcements.read',
];

/** The permissions of each role. An agent with several roles holds the union. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  // Breaking the glass takes a role of its own, of administrators too: giving it stands in the record.
  administrator: permissions.filter((it) => it !== 'shield.open_sealed'),
  team_lead: [
    ...agentRights,
    'exchange.approve_freeze',
    'exchange.decide_recovery',
    'files.open_sensitive',
    'conversations.read_all',
    'conversations.assign',
    'tickets.read_all',
    'tickets.manage',
    'sla.read',
    'sla.manage',
    'automation.manage',
    'knowledge.write',
    'knowledge.publish',
    'insights.read',
    'assistant.read',
    'assistant.manage',
    'operations.read',
    'announcements.manage',
    'announcements.approve',
  ],
  agent: agentRights,
  /** An agent of the teams that verify people and give accounts back: see docs/decisions/0016. */
  document_reviewer: [
    ...agentRights,
    'exchange.approve_freeze',
    'exchange.decide_recovery',
    'files.open_sensitive',
  ],
  /** Held beside another role, by the few who may open what the shield keeps sealed: see docs/decisions/0029. */
  seal_opener: ['shield.open_sealed'],
  knowledge_editor: [
    'people.read',
    'knowledge.write',
    'knowledge.publish',
    'insights.read',
    'assistant.read',
    'official.read',
    'announcements.read',
    'announcements.manage',
  ],
  analyst: [
    'conversations.read',
    'conversations.read_all',
    'tickets.read',
    'tickets.read_all',
    'sla.read',
    'people.read',
    'insights.read',
    'official.read',
    'announcements.read',
  ],
  auditor: [
    'conversations.read',
    'conversations.read_all',
    'tickets.read',
    'tickets.read_all',
    'sla.read',
    'customers.read',
    'people.read',
    'channels.read',
    'operations.read',
    'audit.read',
    'official.read',
    'announcements.read',
  ],
};

/** The union of what the roles permit. */
export function permissionsOf(held: readonly Role[]): Set<Permission> {
  return new Set(held.flatMap((role) => rolePermissions[role]));
}
