import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { createTeam } from './create-team.ts';
import { deleteTeam } from './delete-team.ts';
import type { PeoplePorts } from './people-ports.ts';
import { viewAgent, viewAgents } from './read-agents.ts';
import { getCustomer, listCustomers } from './read-customers.ts';
import { readTeams } from './read-teams.ts';
import { setPresence } from './set-presence.ts';
import type { PresenceGround } from './settle-presence.ts';
import { updateAgent } from './update-agent.ts';
import { updateProfile } from './update-profile.ts';
import { updateTeam } from './update-team.ts';

/** Serves agents, teams and customers. */
export function registerRoutes(
  { http, database }: Platform,
  ports: PeoplePorts,
  ground: PresenceGround,
): void {
  const { loads, conversationCount } = ports;
  const { people } = endpoints;

  http.route(people.listAgents, async () => ({ items: await viewAgents(database.reader(), loads) }));
  http.route(people.updateAgent, ({ caller, params, body }) =>
    database.write(async (tx) => {
      await updateAgent(tx, ground, caller, params.id, body);
      return viewAgent(tx, loads, params.id);
    }),
  );
  http.route(people.updateMe, ({ caller, body }) =>
    database.write(async (tx) => {
      await updateProfile(tx, caller.id, body, caller);
      return viewAgent(tx, loads, caller.id);
    }),
  );
  http.route(people.setPresence, ({ caller, body }) =>
    database.write(async (tx) => {
      await setPresence(tx, ground, caller, body.presence);
      return viewAgent(tx, loads, caller.id);
    }),
  );

  http.route(people.listTeams, async () => ({ items: await readTeams(database.reader()) }));
  http.route(people.createTeam, ({ caller, body }) => database.write((tx) => createTeam(tx, body, caller)));
  http.route(people.updateTeam, ({ caller, params, body }) =>
    database.write((tx) => updateTeam(tx, caller, params.id, body)),
  );
  http.route(people.deleteTeam, ({ caller, params }) =>
    database.write((tx) => deleteTeam(tx, ports, caller, params.id)),
  );

  http.route(people.listCustomers, ({ query }) => listCustomers(database.reader(), conversationCount, query));
  http.route(people.getCustomer, ({ params }) =>
    getCustomer(database.reader(), conversationCount, params.id),
  );
}
