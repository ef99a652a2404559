import { createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { onSignedOut, queryClient } from './api.ts';
import { app, root } from './app-route.tsx';
import { announcementSearch } from './features/announcements/announcement-search.ts';
import { importSearch } from './features/articles/import/import-search.ts';
import { insightSearch } from './features/articles/insight/insight-search.ts';
import { articleSearch } from './features/articles/list/article-search.ts';
import { articleViewSearch } from './features/articles/page/article-view.ts';
import { ticketSearch } from './features/tickets/list/ticket-search.ts';
import { settingsRoutes } from './settings-routes.tsx';
import { CrashPage } from './shell/crash-page.tsx';
import { guarded } from './shell/guarded.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageSkeleton } from './shell/page-skeleton.tsx';
import {
  editSearch,
  inboxSearch,
  languageSearch,
  nextSearch,
  peopleSearch,
  querySearch,
  sortSearch,
  studioSearch,
} from './shell/search-params.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('./features/access/sign-in-page.tsx'), 'SignInPage'),
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => import('./features/access/forgotten-password-page.tsx'),
    'ForgottenPasswordPage',
  ),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: lazyRouteComponent(
    () => import('./features/access/reset-password-page.tsx'),
    'ResetPasswordPage',
  ),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./features/access/invitation-page.tsx'), 'InvitationPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./features/access/setup-page.tsx'), 'SetupPage'),
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./shell/home.tsx'), 'Home'),
});

const inbox = createRoute({
  getParentRoute: () => app,
  path: '/inbox/$view',
  validateSearch: inboxSearch,
  component: guarded(
    'conversations.read',
    lazyRouteComponent(() => import('./features/inbox/inbox-page.tsx'), 'InboxPage'),
  ),
});
// Drawn by its parent, which reads the parameter: going from one conversation to the next keeps the list on screen.
const inboxConversation = createRoute({
  getParentRoute: () => inbox,
  path: '/$conversationId',
  component: () => null,
});
const inboxIndex = createRoute({
  getParentRoute: () => app,
  path: '/inbox',
  component: () => <Navigate to="/inbox/$view" params={{ view: 'mine' }} replace />,
});

const tickets = createRoute({
  getParentRoute: () => app,
  path: '/tickets',
  validateSearch: ticketSearch,
  component: guarded(
    'tickets.read',
    lazyRouteComponent(() => import('./features/tickets/list/tickets-page.tsx'), 'TicketsPage'),
  ),
});
// The list's search goes along, so that the way back leads to the same list.
const ticket = createRoute({
  getParentRoute: () => app,
  path: '/tickets/$ticketId',
  validateSearch: ticketSearch,
  component: guarded(
    'tickets.read',
    lazyRouteComponent(() => import('./features/tickets/page/ticket-page.tsx'), 'TicketPage'),
  ),
});
const customers = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  validateSearch: querySearch,
  component: guarded(
    'customers.read',
    lazyRouteComponent(() => import('./features/customers/customers-page.tsx'), 'CustomersPage'),
  ),
});
const freezes = createRoute({
  getParentRoute: () => app,
  path: '/customers/freezes',
  component: guarded(
    'exchange.approve_freeze',
    lazyRouteComponent(() => import('./features/exchange/freeze/freezes-page.tsx'), 'FreezesPage'),
  ),
});
const recoveries = createRoute({
  getParentRoute: () => app,
  path: '/customers/recoveries',
  component: guarded(
    'exchange.decide_recovery',
    lazyRouteComponent(() => import('./features/exchange/recovery/recoveries-page.tsx'), 'RecoveriesPage'),
  ),
});
const customer = createRoute({
  getParentRoute: () => app,
  path: '/customers/$customerId',
  component: guarded(
    'customers.read',
    lazyRouteComponent(() => import('./features/customers/customer-page.tsx'), 'CustomerPage'),
  ),
});
const articles = createRoute({
  getParentRoute: () => app,
  path: '/articles',
  validateSearch: articleSearch,
  component: guarded(
    'knowledge.write',
    lazyRouteComponent(() => import('./features/articles/list/articles-page.tsx'), 'ArticlesPage'),
  ),
});
const articleCategories = createRoute({
  getParentRoute: () => app,
  path: '/articles/categories',
  validateSearch: editSearch,
  component: guarded(
    'knowledge.publish',
    lazyRouteComponent(() => import('./features/articles/categories/categories-page.tsx'), 'CategoriesPage'),
  ),
});
const articleInsight = createRoute({
  getParentRoute: () => app,
  path: '/articles/insight',
  validateSearch: insightSearch,
  component: guarded(
    'insights.read',
    lazyRouteComponent(() => import('./features/articles/insight/insight-page.tsx'), 'InsightPage'),
  ),
});
const articleImport = createRoute({
  getParentRoute: () => app,
  path: '/articles/import',
  validateSearch: importSearch,
  component: guarded(
    'knowledge.publish',
    lazyRouteComponent(() => import('./features/articles/import/import-page.tsx'), 'ImportPage'),
  ),
});
const article = createRoute({
  getParentRoute: () => app,
  path: '/articles/$articleId',
  validateSearch: articleViewSearch,
  component: guarded(
    'knowledge.write',
    lazyRouteComponent(() => import('./features/articles/page/article-page.tsx'), 'ArticlePage'),
  ),
});
const announcements = createRoute({
  getParentRoute: () => app,
  path: '/announcements',
  validateSearch: announcementSearch,
  component: guarded(
    'announcements.read',
    lazyRouteComponent(() => import('./features/announcements/announcements-page.tsx'), 'AnnouncementsPage'),
  ),
});
const announcement = createRoute({
  getParentRoute: () => app,
  path: '/announcements/$announcementId',
  validateSearch: languageSearch,
  component: guarded(
    'announcements.read',
    lazyRouteComponent(() => import('./features/announcements/announcement-page.tsx'), 'AnnouncementPage'),
  ),
});
const studio = createRoute({
  getParentRoute: () => app,
  path: '/assistant',
  validateSearch: studioSearch,
  component: guarded(
    'assistant.read',
    lazyRouteComponent(() => import('./features/assistant/studio-page.tsx'), 'StudioPage'),
  ),
});
const people = createRoute({
  getParentRoute: () => app,
  path: '/people',
  validateSearch: peopleSearch,
  component: guarded(
    'people.read',
    lazyRouteComponent(() => import('./features/people/people-page.tsx'), 'PeoplePage'),
  ),
});
const channels = createRoute({
  getParentRoute: () => app,
  path: '/channels',
  validateSearch: sortSearch,
  component: guarded(
    'channels.read',
    lazyRouteComponent(() => import('./features/channels/inboxes-page.tsx'), 'InboxesPage'),
  ),
});
const newInbox = createRoute({
  getParentRoute: () => app,
  path: '/channels/new',
  component: guarded(
    'channels.manage',
    lazyRouteComponent(() => import('./features/channels/new-inbox-page.tsx'), 'NewInboxPage'),
  ),
});
const channelInbox = createRoute({
  getParentRoute: () => app,
  path: '/channels/$inboxId',
  component: guarded(
    'channels.read',
    lazyRouteComponent(() => import('./features/channels/inbox-settings-page.tsx'), 'InboxSettingsPage'),
  ),
});
const deadLetters = createRoute({
  getParentRoute: () => app,
  path: '/operations/dead-letters',
  validateSearch: sortSearch,
  component: guarded(
    'operations.read',
    lazyRouteComponent(() => import('./features/operations/dead-letters-page.tsx'), 'DeadLettersPage'),
  ),
});
const webhooks = createRoute({
  getParentRoute: () => app,
  path: '/operations/webhooks',
  component: guarded(
    'operations.manage',
    lazyRouteComponent(() => import('./features/integrations/webhooks-page.tsx'), 'WebhooksPage'),
  ),
});
const apiTokens = createRoute({
  getParentRoute: () => app,
  path: '/operations/tokens',
  component: guarded(
    'operations.manage',
    lazyRouteComponent(() => import('./features/api-tokens/api-tokens-page.tsx'), 'ApiTokensPage'),
  ),
});
const routeTree = root.addChildren([
  signIn,
  forgotten,
  reset,
  invitation,
  setup,
  app.addChildren([
    home,
    inboxIndex,
    inbox.addChildren([inboxConversation]),
    tickets,
    ticket,
    customers,
    freezes,
    recoveries,
    customer,
    articles,
    articleCategories,
    articleInsight,
    articleImport,
    article,
    announcements,
    announcement,
    studio,
    people,
    channels,
    newInbox,
    channelInbox,
    deadLetters,
    webhooks,
    apiTokens,
    ...settingsRoutes,
  ]),
]);

/** The console's addresses. Filters live in search parameters, so that an address shows the same to a colleague. */
export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  defaultPendingMs: 120,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// A session that ends under any call leads to the sign-in, with the way back.
onSignedOut(() => {
  const { pathname, href } = router.state.location;
  const outside = ['/sign-in', '/forgotten-password', '/reset/', '/invitation/', '/setup'];
  if (outside.some((path) => pathname.startsWith(path))) return;
  void router
    .navigate({ to: '/sign-in', search: { next: href }, replace: true })
    // What belongs to the session goes. The sign-in page has asked its own, public question by then, and would not ask again.
    .then(() => queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'setup-state' }));
});
