import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { app } from './app-route.tsx';
import { coverageSearch } from './features/translation/coverage-search.ts';
import { guarded } from './shell/guarded.tsx';
import {
  automationSearch,
  editSearch,
  formsSearch,
  officialSearch,
  ruleSearch,
  slaSearch,
} from './shell/search-params.ts';

const profile = createRoute({
  getParentRoute: () => app,
  path: '/settings/profile',
  component: lazyRouteComponent(() => import('./features/access/profile-page.tsx'), 'ProfilePage'),
});
const security = createRoute({
  getParentRoute: () => app,
  path: '/settings/security',
  component: lazyRouteComponent(() => import('./features/access/security-page.tsx'), 'SecurityPage'),
});

const macros = createRoute({
  getParentRoute: () => app,
  path: '/settings/macros',
  validateSearch: editSearch,
  component: guarded(
    'conversations.reply',
    lazyRouteComponent(() => import('./features/macros/macros-page.tsx'), 'MacrosPage'),
  ),
});

const ticketSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/tickets',
  component: guarded(
    'tickets.manage',
    lazyRouteComponent(() => import('./features/tickets/ticket-settings-page.tsx'), 'TicketSettingsPage'),
  ),
});
const formSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/forms',
  validateSearch: formsSearch,
  component: guarded(
    'tickets.manage',
    lazyRouteComponent(() => import('./features/tickets/forms/forms-page.tsx'), 'FormsPage'),
  ),
});
const slaSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/sla',
  validateSearch: slaSearch,
  component: guarded(
    'sla.read',
    lazyRouteComponent(() => import('./features/sla/admin/sla-page.tsx'), 'SlaPage'),
  ),
});
const automationSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/automation',
  validateSearch: automationSearch,
  component: guarded(
    'automation.manage',
    lazyRouteComponent(() => import('./features/automation/automation-page.tsx'), 'AutomationPage'),
  ),
});
const ruleSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/automation/$ruleId',
  validateSearch: ruleSearch,
  component: guarded(
    'automation.manage',
    lazyRouteComponent(() => import('./features/automation/rule-page.tsx'), 'RulePage'),
  ),
});
const alertSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/alerts',
  component: guarded(
    'alerts.manage',
    lazyRouteComponent(() => import('./features/alerts/alert-settings-page.tsx'), 'AlertSettingsPage'),
  ),
});
const translationSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/translation',
  component: guarded(
    'assistant.manage',
    lazyRouteComponent(() => import('./features/translation/translation-page.tsx'), 'TranslationPage'),
  ),
});
const shieldSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/shield',
  component: guarded(
    'shield.manage',
    lazyRouteComponent(() => import('./features/shield/settings/shield-page.tsx'), 'ShieldPage'),
  ),
});
const translationCoverage = createRoute({
  getParentRoute: () => app,
  path: '/settings/translation/coverage',
  validateSearch: coverageSearch,
  component: guarded(
    'assistant.read',
    lazyRouteComponent(() => import('./features/translation/coverage-page.tsx'), 'CoveragePage'),
  ),
});
const officialSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/official',
  validateSearch: officialSearch,
  component: guarded(
    'official.read',
    lazyRouteComponent(() => import('./features/official/official-page.tsx'), 'OfficialPage'),
  ),
});

/** What an agent sets for themselves, and administrators for all. */
export const settingsRoutes = [
  profile,
  security,
  macros,
  ticketSettings,
  formSettings,
  slaSettings,
  automationSettings,
  ruleSettings,
  alertSettings,
  translationSettings,
  shieldSettings,
  translationCoverage,
  officialSettings,
] as const;
