import { benchAlerts } from './bench-alerts.ts';
import { benchAnnouncements } from './bench-announcements.ts';
import { benchAnswers } from './bench-answers.ts';
import { benchEmail } from './bench-email.ts';
import { benchHelpPaint } from './bench-help-paint.ts';
import { benchInbox } from './bench-inbox.ts';
import { benchMessages } from './bench-messages.ts';
import { benchPages } from './bench-pages.ts';
import { benchSearch } from './bench-search.ts';
import { benchSla } from './bench-sla.ts';
import { benchSockets } from './bench-sockets.ts';
import { benchStart } from './bench-start.ts';
import { benchTickets } from './bench-tickets.ts';
import { benchTranslation } from './bench-translation.ts';
import { benchWebhooks } from './bench-webhooks.ts';
import { benchWidget } from './bench-widget.ts';
import { createInstallation, type Installation } from './installation.ts';

const sections: Record<string, (installation: Installation) => Promise<void>> = {
  messages: benchMessages,
  sockets: benchSockets,
  inbox: benchInbox,
  tickets: benchTickets,
  email: benchEmail,
  webhooks: benchWebhooks,
  sla: benchSla,
  alerts: benchAlerts,
  announcements: benchAnnouncements,
  pages: benchPages,
  answers: benchAnswers,
  translation: benchTranslation,
};

// npm run bench            everything
// npm run bench -- inbox   one section
const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.includes('start')) await benchStart();
if (wanted.length === 0 || wanted.includes('widget')) await benchWidget();
if (wanted.length === 0 || wanted.includes('paint')) await benchHelpPaint();
if (wanted.length === 0 || wanted.includes('search')) await benchSearch();
for (const [name, bench] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const installation = await createInstallation();
  try {
    await bench(installation);
  } finally {
    await installation.stop();
  }
}
