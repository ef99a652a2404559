/** The door of the people module: agents, teams, presence, and customers with their addresses. */

export { agentProfiles } from './agent-profiles.ts';
export { antiPhishingCodeAt, codesToHide, keepAntiPhishingCode } from './anti-phishing-code.ts';
export { addressesWithCodes } from './anti-phishing-store.ts';
export { beginVisitor } from './begin-visitor.ts';
export { bindChannelAddress, boundAddresses, unbindChannelAddresses } from './bind-channel-address.ts';
export { isBoundTo } from './channel-identity-store.ts';
export { createTeam } from './create-team.ts';
export { customersFound, customerTimeZone } from './customer-store.ts';
export { agentPresenceChanged, customerTierChanged } from './events.ts';
export { identifyCustomer } from './identify-customer.ts';
export { leaveAddress } from './leave-address.ts';
export { matchAddress } from './match-address.ts';
export { matchAddresses } from './match-addresses.ts';
export { keepChannelAddress, matchChannelAddress } from './match-channel-address.ts';
export { mailedCustomers, matchMailed } from './match-mailed.ts';
export { matchVerified } from './match-verified.ts';
export { meetAgain } from './meet-again.ts';
export { mergeVisitorInto } from './merge-visitor.ts';
export { listMergedAway } from './merged-store.ts';
export { peopleModule } from './people-module.ts';
export {
  type AgentCard,
  agentName,
  languagesOnline,
  readAgentCards,
  readAgents,
  readAgentsForRouting,
  requireAgent,
} from './read-agents.ts';
export {
  customerEmail,
  customerPage,
  hasProvenAddress,
  mergedAway,
  otherAddress,
  readCustomers,
} from './read-customers.ts';
export { readTeams, requireTeam, requireTeams, teamsOf } from './read-teams.ts';
export { touchCustomer } from './touch-customer.ts';
export { updateProfile } from './update-profile.ts';
export {
  holderOfUid,
  type VerifiedCustomer,
  verifiedCustomer,
  verifiedCustomers,
} from './verified-customer.ts';
