import { browserHeader } from '@fairlead/contract';
import {
  accessModule,
  bearerToken,
  createAgentIdentifier,
  createApiTokenIdentifier,
  isApiToken,
} from './modules/access/index.ts';
import { alertsModule, ownAlerts } from './modules/alerts/index.ts';
import {
  announcementsModule,
  announcementTexts,
  createNews,
  isAnnouncedPicture,
  type News,
} from './modules/announcements/index.ts';
import {
  type Assistant,
  assistantModule,
  assistantTexts,
  createNearArticles,
  greetingTexts,
  nearTickets,
} from './modules/assistant/index.ts';
import { automationModule, replyTexts } from './modules/automation/index.ts';
import {
  channelsModule,
  createLetterExaminer,
  refusalLimit,
  teamHasInbox,
} from './modules/channels/index.ts';
import { complianceModule } from './modules/compliance/index.ts';
import {
  conversationsModule,
  countLoads,
  countOfCustomer,
  hasOpenConversations,
  inboundSink,
} from './modules/conversations/index.ts';
import { type Exchange, exchangeModule, liveFacts, liveGates } from './modules/exchange/index.ts';
import {
  articleTexts,
  categoryTexts,
  type HelpCenter,
  helpCenterModule,
  recordedFacts,
} from './modules/helpcenter/index.ts';
import { integrationsModule } from './modules/integrations/index.ts';
import { type Official, officialModule } from './modules/official/index.ts';
import { agentProfiles, identifyCustomer, peopleModule } from './modules/people/index.ts';
import { routingModule } from './modules/routing/index.ts';
import { nextUpdateOf, slaModule } from './modules/sla/index.ts';
import {
  doMacros,
  expectsNews,
  formTexts,
  leaveToOwners,
  macroTexts,
  ratingLink,
  sideLetterSink,
  ticketsModule,
} from './modules/tickets/index.ts';
import {
  coverageRoutes,
  keepSent,
  shippedLetters,
  translatedFrom,
  translationModule,
} from './modules/translation/index.ts';
import { nobody } from './platform/actor.ts';
import { fail } from './platform/fail.ts';
import { operationsRoutes } from './platform/operations-routes.ts';
import type { Platform } from './platform/platform.ts';

/** Puts the modules on the ground floor: the only file that sees them all. Answers how to begin and stop what they keep going, the help center and what is announced, which pages show, the check of what is official, the exchange, and the assistant. */
export function wire(platform: Platform): {
  readonly helpCenter: HelpCenter;
  readonly news: News;
  readonly official: Official;
  readonly exchange: Exchange;
  readonly assistant: Assistant;
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const identifyAgent = createAgentIdentifier(platform);
  const identifyApiToken = createApiTokenIdentifier(platform);
  const guesses = refusalLimit(platform);
  platform.http.identifyBy(async (request) => {
    const token = bearerToken(request.headers.authorization);
    if (!token) return identifyAgent(request.raw);
    if (isApiToken(token)) {
      await guesses.admit(request);
      const agent = await identifyApiToken(token);
      if (agent) return agent;
      await guesses.note(request);
      // Also where anybody may ask: a program that lost its rights is to hear of it, and not to be taken for nobody.
      throw fail('access.not_signed_in');
    }
    const browserKey = request.headers[browserHeader];
    return typeof browserKey === 'string' ? identifyCustomer(platform, { token, browserKey }) : nobody;
  });
  platform.live.identifyBy(async (upgrade, { token, browserKey }) => {
    if (isApiToken(token || bearerToken(upgrade.headers.authorization) || ''))
      throw fail('access.session_required');
    if (token) return identifyCustomer(platform, { token, browserKey: browserKey ?? '' });
    // A browser sends the cookie from pages of sibling domains too, and no preflight guards a socket.
    const { origin, host } = upgrade.headers;
    if (origin && URL.parse(origin)?.host !== host && origin !== platform.publicUrl)
      throw fail('request.origin_refused');
    const caller = await identifyAgent(upgrade);
    if (caller.type === 'agent' && caller.mustSetUpTwoFactor) throw fail('access.two_factor_required');
    return caller;
  });

  accessModule(platform, { profiles: agentProfiles(countLoads) });
  const people = peopleModule(platform, {
    loads: countLoads,
    teamInUse: async (reader, teamId) =>
      (await hasOpenConversations(reader, teamId)) || (await teamHasInbox(reader, teamId)),
    teamGone: leaveToOwners,
    conversationCount: countOfCustomer,
  });
  const channels = channelsModule(platform, { sink: sideLetterSink(platform, inboundSink(platform)) });
  const conversations = conversationsModule(platform, {
    doMacros,
    keepTranslation: keepSent,
    translatedFrom,
    ratingLink,
    expectsNews,
  });
  const { translator, words } = translationModule(platform);
  ticketsModule(platform, { nearness: nearTickets, nextUpdate: nextUpdateOf(platform) });
  routingModule(platform);
  slaModule(platform);
  automationModule(platform);
  const official = officialModule(platform, { examineLetter: createLetterExaminer(platform) });
  const exchange = exchangeModule(platform, { official, alerts: ownAlerts(platform) });
  alertsModule(platform, exchange);
  announcementsModule(platform, { translator, connector: exchange.connector });
  const helpCenter = helpCenterModule(platform, {
    facts: liveFacts(exchange.connector, platform.log, recordedFacts),
    gates: liveGates(exchange.connector),
    words,
    nearMeanings: createNearArticles(),
  });
  helpCenter.sharers.add((id) => isAnnouncedPicture(platform.database.reader(), id));
  const news = createNews(platform, helpCenter.words);
  const assistant = assistantModule(platform, { center: helpCenter, exchange, news });
  complianceModule(platform, exchange.connector);
  integrationsModule(platform);
  coverageRoutes(platform, translator, [
    articleTexts,
    categoryTexts,
    announcementTexts,
    macroTexts,
    replyTexts,
    formTexts,
    greetingTexts,
    assistantTexts,
    shippedLetters,
  ]);
  operationsRoutes(platform);

  return {
    helpCenter,
    news,
    official,
    exchange,
    assistant,
    async start() {
      await words.look();
      await channels.start();
      assistant.start();
    },
    async stop() {
      await words.stop();
      await channels.stop();
      conversations.stop();
      await assistant.stop();
      await helpCenter.stop();
      await people.stop();
    },
  };
}
