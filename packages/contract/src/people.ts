import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { roles } from './permissions.ts';
import { byId, cursor, email, givenName, id, locale, moment, page } from './shapes.ts';
import { workingWeek } from './working-week.ts';

/** How well an agent writes a language: 1 can help out, 2 works in it, 3 native. */
export const languageLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const languageSkill = z.object({ language: z.string().min(2).max(8), level: languageLevel });
export const presence = z.enum(['online', 'away', 'offline']);
export type Presence = z.infer<typeof presence>;

/** What an agent can be certified for. */
const skill = z.string().trim().min(1).max(40);
/** Certificates that end: the last day, in UTC, of a skill's. A skill that is not named is held for good. */
export const certifiedUntil = z.record(skill, z.iso.date());
export type CertifiedUntil = z.infer<typeof certifiedUntil>;

/** How many conversations an agent can hold at once, by channel. */
export const capacity = z.object({ chat: z.number().int().min(0).max(50) });

/** An agent as colleagues see them. */
export const agent = z.object({
  id,
  name: z.string(),
  email,
  avatarHue: z.number().int(),
  locale,
  roles: z.array(z.enum(roles)),
  status: z.enum(['invited', 'active', 'disabled']),
  presence,
  languages: z.array(languageSkill),
  skills: z.array(z.string()),
  certifiedUntil,
  /** When conversations are offered to them; null for whenever they are online. */
  schedule: workingWeek.nullable(),
  teamIds: z.array(id),
  capacity,
  /** Conversations held now. */
  load: z.number().int(),
  twoFactor: z.boolean(),
  lastActiveAt: moment.nullable(),
});
export type Agent = z.infer<typeof agent>;

export const team = z.object({
  id,
  name: z.string(),
  description: z.string(),
  /** What an agent must be certified for to get this team's conversations; empty for none. */
  skill: z.string().nullable(),
  memberIds: z.array(id),
});
export type Team = z.infer<typeof team>;

/** What the customer's page calls them: VIP levels of the exchange, `standard` when it says nothing. */
export const tier = z.enum(['standard', 'vip', 'pro']);
export type Tier = z.infer<typeof tier>;

/** A customer as agents see them in lists. */
export const customerSummary = z.object({
  id,
  /** Null for a visitor who gave none; screens then show the short id. */
  name: z.string().nullable(),
  /** The exchange's UID; only verified customers have one. */
  externalId: z.string().nullable(),
  verified: z.boolean(),
  tier,
  locale,
});
export type CustomerSummary = z.infer<typeof customerSummary>;

export const customer = customerSummary.extend({
  email: z.string().nullable(),
  /** The exchange vouched for the address; otherwise whoever wrote in the chat typed it. */
  emailVerified: z.boolean(),
  timeZone: z.string().nullable(),
  country: z.string().nullable(),
  firstSeenAt: moment,
  lastSeenAt: moment,
  online: z.boolean(),
  /** The page of the exchange on which they are or were last. */
  page: z.object({ url: z.string(), title: z.string() }).nullable(),
  conversationCount: z.number().int(),
  identities: z.array(z.object({ channel: z.string(), address: z.string(), verified: z.boolean() })),
});
export type Customer = z.infer<typeof customer>;

const agentProfile = z.object({
  name: givenName(80),
  locale,
  languages: z.array(languageSkill).max(20),
});
const teamBody = z.object({
  name: givenName(60),
  description: z.string().trim().max(300),
  skill: skill.nullable(),
  memberIds: z.array(id).max(500),
});

export const peopleEndpoints = {
  listAgents: endpoint({
    method: 'GET',
    path: '/api/people/agents',
    access: { permission: 'people.read' },
    summary: 'All agents with presence and load.',
    response: z.object({ items: z.array(agent) }),
  }),
  updateAgent: endpoint({
    method: 'PATCH',
    path: '/api/people/agents/:id',
    access: { permission: 'people.manage' },
    summary:
      'Change an agent: roles, teams, languages, skills, schedule, capacity, or whether they may sign in.',
    params: byId,
    body: agentProfile
      .extend({
        roles: z.array(z.enum(roles)).min(1),
        skills: z.array(skill).max(50),
        certifiedUntil,
        schedule: workingWeek.nullable(),
        teamIds: z.array(id).max(50),
        capacity,
        disabled: z.boolean(),
      })
      .partial(),
    response: agent,
    errors: [
      'people.not_found',
      'people.team_not_found',
      'request.time_zone_unknown',
      'access.last_administrator',
    ],
  }),
  updateMe: endpoint({
    method: 'PATCH',
    path: '/api/people/me',
    access: 'agent',
    summary: 'Change one’s own name, language and languages served.',
    body: agentProfile.partial(),
    response: agent,
  }),
  setPresence: endpoint({
    method: 'PUT',
    path: '/api/people/me/presence',
    access: 'agent',
    summary: 'Say whether one takes new conversations.',
    body: z.object({ presence }),
    response: agent,
  }),
  listTeams: endpoint({
    method: 'GET',
    path: '/api/people/teams',
    access: { permission: 'people.read' },
    summary: 'All teams.',
    response: z.object({ items: z.array(team) }),
  }),
  createTeam: endpoint({
    method: 'POST',
    path: '/api/people/teams',
    access: { permission: 'people.manage' },
    summary: 'Make a team.',
    body: teamBody,
    response: team,
    errors: ['people.not_found'],
  }),
  updateTeam: endpoint({
    method: 'PATCH',
    path: '/api/people/teams/:id',
    access: { permission: 'people.manage' },
    summary: 'Change a team.',
    params: byId,
    body: teamBody.partial(),
    response: team,
    errors: ['people.team_not_found', 'people.not_found'],
  }),
  deleteTeam: endpoint({
    method: 'DELETE',
    path: '/api/people/teams/:id',
    access: { permission: 'people.manage' },
    summary: 'Remove a team that has no open conversation and no inbox.',
    params: byId,
    errors: ['people.team_not_found', 'people.team_in_use'],
  }),
  listCustomers: endpoint({
    method: 'GET',
    path: '/api/people/customers',
    access: { permission: 'customers.read' },
    summary: 'Customers by name, e-mail or UID, newest contact first.',
    query: z.object({ q: z.string().max(200).optional(), cursor: cursor.optional() }),
    response: page(customer),
  }),
  getCustomer: endpoint({
    method: 'GET',
    path: '/api/people/customers/:id',
    access: { permission: 'customers.read' },
    summary: 'A customer’s card.',
    params: byId,
    response: customer,
    errors: ['people.not_found'],
  }),
};
