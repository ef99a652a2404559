import { accessEndpoints } from './access.ts';
import { alertDeskEndpoints } from './alert-desk.ts';
import { alertEndpoints } from './alerts.ts';
import { announcementEndpoints } from './announcement-endpoints.ts';
import { announcementSubscriptionEndpoints } from './announcement-subscriptions.ts';
import { announcementTrackerEndpoints } from './announcement-trackers.ts';
import { apiTokenEndpoints } from './api-tokens.ts';
import { articleEndpoints } from './article-endpoints.ts';
import { assistantEndpoints } from './assistant.ts';
import { assistantClassifierEndpoints } from './assistant-classifiers.ts';
import { assistantLearningEndpoints } from './assistant-learning.ts';
import { assistantModelEndpoints } from './assistant-model.ts';
import { assistantQuietEndpoints } from './assistant-quiet.ts';
import { assistantResultEndpoints } from './assistant-results.ts';
import { assistantSetEndpoints } from './assistant-sets.ts';
import { assistantTextEndpoints } from './assistant-texts.ts';
import { automationEndpoints } from './automation-endpoints.ts';
import { bindingEndpoints } from './bindings.ts';
import { channelEndpoints } from './channels.ts';
import { chatEndpoints } from './chat.ts';
import { compromiseEndpoints } from './compromises.ts';
import { conversationEndpoints } from './conversation-endpoints.ts';
import { copilotEndpoints } from './copilot.ts';
import { draftEndpoints } from './drafts.ts';
import { emailInboxEndpoints } from './email-inboxes.ts';
import { exchangeEndpoints } from './exchange.ts';
import { flowEndpoints } from './exchange-flows.ts';
import { fileEndpoints } from './files.ts';
import { freezeEndpoints } from './freezes.ts';
import { helpEndpoints } from './help.ts';
import { helpFileEndpoints } from './help-file-endpoints.ts';
import { helpInsightEndpoints } from './help-insight.ts';
import { inboxHealthEndpoints } from './inbox-health.ts';
import { inboxNoticeEndpoints, noticeConsentEndpoints } from './inbox-notices.ts';
import { letterEndpoints } from './letters.ts';
import { macroEndpoints } from './macros.ts';
import { officialEndpoints } from './official.ts';
import { operationsEndpoints } from './operations.ts';
import { peopleEndpoints } from './people.ts';
import { platformPlaceEndpoints } from './platform-places.ts';
import { portalEndpoints } from './portal.ts';
import { privateLinkEndpoints } from './private-links.ts';
import { recoveryEndpoints } from './recoveries.ts';
import { shieldEndpoints } from './shield.ts';
import { sideConversationEndpoints } from './side-conversations.ts';
import { slaEndpoints } from './sla-endpoints.ts';
import { socialInboxEndpoints } from './social-inboxes.ts';
import { tellingEndpoints } from './telling.ts';
import { ticketEndpoints } from './ticket-endpoints.ts';
import { portalFormEndpoints, ticketFormEndpoints } from './ticket-form-endpoints.ts';
import { translationEndpoints } from './translation.ts';
import { translationCoverageEndpoints } from './translation-coverage.ts';
import { webhookEndpoints } from './webhooks.ts';
import { zendeskEndpoints } from './zendesk-import.ts';

/** Every endpoint of the API, by module. */
export const endpoints = {
  access: accessEndpoints,
  people: peopleEndpoints,
  conversations: {
    ...conversationEndpoints,
    ...letterEndpoints,
    ...draftEndpoints,
    ...platformPlaceEndpoints,
    ...noticeConsentEndpoints,
  },
  chat: chatEndpoints,
  bindings: bindingEndpoints,
  privateLinks: privateLinkEndpoints,
  channels: {
    ...channelEndpoints,
    ...emailInboxEndpoints,
    ...socialInboxEndpoints,
    ...inboxHealthEndpoints,
    ...inboxNoticeEndpoints,
  },
  files: fileEndpoints,
  tickets: { ...ticketEndpoints, ...ticketFormEndpoints, ...tellingEndpoints },
  sideConversations: sideConversationEndpoints,
  macros: macroEndpoints,
  portal: { ...portalEndpoints, ...portalFormEndpoints },
  sla: slaEndpoints,
  automation: automationEndpoints,
  articles: { ...articleEndpoints, ...helpFileEndpoints, ...zendeskEndpoints },
  help: helpEndpoints,
  helpInsight: helpInsightEndpoints,
  exchange: exchangeEndpoints,
  assistant: {
    ...assistantEndpoints,
    ...assistantClassifierEndpoints,
    ...assistantLearningEndpoints,
    ...assistantModelEndpoints,
    ...assistantQuietEndpoints,
    ...assistantResultEndpoints,
    ...assistantSetEndpoints,
    ...assistantTextEndpoints,
  },
  copilot: copilotEndpoints,
  flows: flowEndpoints,
  freezes: freezeEndpoints,
  alertDesk: alertDeskEndpoints,
  alerts: alertEndpoints,
  announcements: { ...announcementEndpoints, ...announcementTrackerEndpoints },
  announcementSubscriptions: announcementSubscriptionEndpoints,
  recoveries: recoveryEndpoints,
  shield: shieldEndpoints,
  compromises: compromiseEndpoints,
  translation: { ...translationEndpoints, ...translationCoverageEndpoints },
  webhooks: webhookEndpoints,
  apiTokens: apiTokenEndpoints,
  official: officialEndpoints,
  operations: operationsEndpoints,
};

export * from './access.ts';
export * from './alert-desk.ts';
export * from './alerts.ts';
export * from './announcement-endpoints.ts';
export * from './announcement-post.ts';
export * from './announcement-subscriptions.ts';
export * from './announcement-trackers.ts';
export * from './announcements.ts';
export * from './api-tokens.ts';
export * from './article-endpoints.ts';
export * from './article-folder.ts';
export * from './articles.ts';
export * from './assistant.ts';
export * from './assistant-classifiers.ts';
export * from './assistant-learning.ts';
export * from './assistant-model.ts';
export * from './assistant-quiet.ts';
export * from './assistant-results.ts';
export * from './assistant-sets.ts';
export * from './assistant-settings.ts';
export * from './assistant-texts.ts';
export * from './assistant-turns.ts';
export * from './automation.ts';
export * from './automation-endpoints.ts';
export * from './binding-code.ts';
export * from './bindings.ts';
export * from './channels.ts';
export * from './chat.ts';
export * from './check-message.ts';
export * from './client.ts';
export * from './compromises.ts';
export * from './conversation-endpoints.ts';
export * from './conversations.ts';
export * from './copilot.ts';
export * from './default-filters.ts';
export * from './delivery-troubles.ts';
export * from './drafts.ts';
export * from './email-inboxes.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './exchange.ts';
export * from './exchange-flows.ts';
export * from './field-rules.ts';
export * from './files.ts';
export * from './flow-outcomes.ts';
export * from './form-book.ts';
export * from './form-conditions.ts';
export * from './form-problems.ts';
export * from './form-texts.ts';
export * from './format-message.ts';
export * from './freezes.ts';
export * from './help.ts';
export * from './help-file-endpoints.ts';
export * from './help-files.ts';
export * from './help-insight.ts';
export * from './inbox-health.ts';
export * from './inbox-notices.ts';
export * from './languages.ts';
export * from './letters.ts';
export * from './live.ts';
export * from './live-chat-patience.ts';
export * from './locale.ts';
export * from './macros.ts';
export * from './official.ts';
export * from './operations.ts';
export * from './people.ts';
export * from './permissions.ts';
export * from './placeholders.ts';
export * from './platform-places.ts';
export * from './platform-troubles.ts';
export * from './portal.ts';
export * from './private-link-code.ts';
export * from './private-links.ts';
export * from './recoveries.ts';
export * from './shapes.ts';
export * from './shield.ts';
export * from './side-conversations.ts';
export * from './sla.ts';
export * from './sla-calendars.ts';
export * from './sla-endpoints.ts';
export * from './social-inboxes.ts';
export * from './telling.ts';
export * from './ticket-actions.ts';
export * from './ticket-categories.ts';
export * from './ticket-endpoints.ts';
export * from './ticket-evidence.ts';
export * from './ticket-form-endpoints.ts';
export * from './ticket-forms.ts';
export * from './ticket-risk.ts';
export * from './ticket-status.ts';
export * from './ticket-views.ts';
export * from './tickets.ts';
export * from './tidy-line.ts';
export * from './translation.ts';
export * from './translation-coverage.ts';
export * from './webhooks.ts';
export * from './working-week.ts';
export * from './zendesk-import.ts';
