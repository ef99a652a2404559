import { endpoints, type LinkKind, linkKind, type TicketDetail } from '@fairlead/contract';
import { Plus, Unlink } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TicketLine } from '../marks/ticket-line.tsx';
import { OpenTicketDialog } from '../open/open-ticket-dialog.tsx';
import { ChooseTicketDialog } from './choose-ticket-dialog.tsx';
import { Section } from './section.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface FamilyProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
}

/** The back-office tickets of a ticket, or the one that it belongs to. */
export function Children({ ticket, editable }: Omit<FamilyProps, 'actions'>) {
  const t = useT();
  const [opening, setOpening] = useState(false);
  const { parent, children, isTracker } = ticket;
  if (isTracker) return null;
  if (parent) {
    return (
      <Section title={t('tickets.parent')}>
        <div className="-mx-2 flex">
          <TicketLine ticket={parent} />
        </div>
        {ticket.parentWaits && <p className="mt-1 text-sm text-ink-3">{t('tickets.child.waits.hint')}</p>}
      </Section>
    );
  }
  return (
    <Section
      title={t('tickets.children')}
      actions={
        editable && (
          <IconButton
            size="sm"
            label={t('tickets.child.open')}
            icon={<Plus />}
            onClick={() => setOpening(true)}
          />
        )
      }
    >
      {children.length === 0 ? (
        <p className="text-sm text-ink-3">{t('tickets.children.none')}</p>
      ) : (
        <ul className="-mx-2">
          {children.map((child) => (
            <li key={child.id} className="flex">
              <TicketLine ticket={child}>
                {child.parentWaits && <span>{t('tickets.child.waited_for')}</span>}
              </TicketLine>
            </li>
          ))}
        </ul>
      )}
      {opening && (
        <OpenTicketDialog
          parentId={ticket.id}
          subject={ticket.subject}
          category={ticket.category}
          onClose={() => setOpening(false)}
          // It shows below its parent: whoever opens one goes on with the case.
          onOpened={() => {}}
        />
      )}
    </Section>
  );
}

/** The tickets that a ticket is linked to. */
export function Links({ ticket, actions, editable }: FamilyProps) {
  const t = useT();
  const [kind, setKind] = useState<LinkKind>('related');
  const [linking, setLinking] = useState(false);
  const params = { id: ticket.id };
  return (
    <Section
      title={t('tickets.links')}
      actions={
        editable && (
          <IconButton
            size="sm"
            label={t('tickets.links.add')}
            icon={<Plus />}
            onClick={() => setLinking(true)}
          />
        )
      }
    >
      {ticket.links.length === 0 ? (
        <p className="text-sm text-ink-3">{t('tickets.links.none')}</p>
      ) : (
        <ul className="-mx-2">
          {ticket.links.map((link) => (
            <li key={link.id} className="flex items-start">
              <TicketLine ticket={link.ticket}>
                <Badge>{t(`tickets.link.${link.kind}.${link.direction}`)}</Badge>
              </TicketLine>
              {editable && (
                <IconButton
                  size="sm"
                  label={t('tickets.links.remove', { number: String(link.ticket.number) })}
                  icon={<Unlink />}
                  onClick={() =>
                    void actions.run(() =>
                      call(endpoints.tickets.unlink, { params: { ...params, linkId: link.id } }),
                    )
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {linking && (
        <ChooseTicketDialog
          title={t('tickets.links.add')}
          except={ticket.id}
          customerId={undefined}
          onClose={() => setLinking(false)}
          onChoose={(ticketId) =>
            void actions.run(() => call(endpoints.tickets.link, { params, body: { kind, ticketId } }))
          }
        >
          <Segmented
            label={t('tickets.links.kind')}
            value={kind}
            onChange={setKind}
            options={linkKind.options.map((value) => ({ value, label: t(`tickets.link.${value}.from`) }))}
            className="mb-3 flex-wrap"
          />
        </ChooseTicketDialog>
      )}
    </Section>
  );
}
