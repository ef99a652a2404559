import { useStore } from '@fairlead/widget/store';
import { SurroundingsContext } from '@fairlead/widget/views/context.ts';
import { useEffect, useMemo } from 'preact/hooks';
import type { Portal } from '../portal.ts';
import type { Route } from '../route.ts';
import type { Language } from '../text/language.ts';
import { speechIn } from '../text/speech.ts';
import { AlertsPage } from './alerts/alerts-page.tsx';
import { StopPage } from './alerts/stop-page.tsx';
import { AnnouncementsPage } from './announcements/announcements-page.tsx';
import { AnnouncementBanner } from './announcements/banner.tsx';
import { ConfirmAnnouncementsPage, StopAnnouncementsPage } from './announcements/letter-link-page.tsx';
import { ArticlePage } from './article-page.tsx';
import { Bones } from './bones.tsx';
import { ChatsPage } from './chats/chats-page.tsx';
import { CheckPage } from './check/check-page.tsx';
import { PortalContext } from './context.ts';
import { FreezePage } from './freeze/freeze-page.tsx';
import { NewTicket } from './new/new-ticket.tsx';
import { Notices } from './notices.tsx';
import { PageHeader } from './page-header.tsx';
import { PrivatePage } from './private/private-page.tsx';
import { Problem } from './problem.tsx';
import { ObjectionPage } from './recovery/objection-page.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { TicketPage } from './ticket/ticket-page.tsx';
import { TicketList } from './tickets/ticket-list.tsx';

/** The whole page. */
export function PortalPage({ portal, language }: { portal: Portal; language: Language }) {
  const { locale, texts, phase, failure, route, config, person } = useStore(portal.store, (state) => state);
  const speech = useMemo(() => (texts ? speechIn(locale, texts) : null), [locale, texts]);
  const surroundings = useMemo(() => speech && { portal, language, speech }, [portal, language, speech]);
  const reading = useMemo(() => speech && { texts: speech }, [speech]);

  useEffect(() => {
    if (speech && config) document.title = `${speech.t('list.title')} · ${config.organisation}`;
  }, [speech, config]);

  if (!surroundings) return <Bones />;
  return (
    <PortalContext.Provider value={surroundings}>
      <SurroundingsContext.Provider value={reading}>
        <PageHeader />
        <Notices />
        <AnnouncementBanner />
        <main class="page" key={person?.id}>
          {phase === 'loading' ? (
            <Bones />
          ) : phase === 'failed' && failure ? (
            <Problem refusal={failure} onRetry={portal.retry} />
          ) : route.at === 'stopAlerts' ? (
            <StopPage />
          ) : route.at === 'stopAnnouncements' ? (
            <StopAnnouncementsPage />
          ) : route.at === 'confirmAnnouncements' ? (
            <ConfirmAnnouncementsPage />
          ) : route.at === 'objection' ? (
            <ObjectionPage />
          ) : route.at === 'private' ? (
            <PrivatePage key={route.code} code={route.code} />
          ) : phase === 'out' ? (
            <SignIn />
          ) : (
            <Page route={route} />
          )}
        </main>
      </SurroundingsContext.Provider>
    </PortalContext.Provider>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.at) {
    case 'tickets':
      return <TicketList state={route.state} />;
    case 'new':
      return <NewTicket category={route.category} />;
    case 'ticket':
      return <TicketPage key={route.id} id={route.id} />;
    case 'freeze':
      return <FreezePage />;
    case 'alerts':
      return <AlertsPage />;
    case 'chats':
      return <ChatsPage />;
    case 'check':
      return <CheckPage check={route.check} />;
    case 'stopAlerts':
      return <StopPage />;
    case 'announcements':
      return <AnnouncementsPage />;
    case 'stopAnnouncements':
      return <StopAnnouncementsPage />;
    case 'confirmAnnouncements':
      return <ConfirmAnnouncementsPage />;
    case 'objection':
      return <ObjectionPage />;
    case 'private':
      return <PrivatePage key={route.code} code={route.code} />;
    case 'article':
      return <ArticlePage key={route.slug} slug={route.slug} />;
  }
}
