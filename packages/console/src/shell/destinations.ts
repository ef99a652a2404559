import type { Permission } from '@fairlead/contract';
import { type LinkOptions, linkOptions } from '@tanstack/react-router';
import {
  BookOpenText,
  Bot,
  Inbox,
  KeyRound,
  type LucideIcon,
  MailWarning,
  Megaphone,
  Radio,
  TicketCheck,
  UserRound,
  UsersRound,
  Webhook,
} from 'lucide-react';
import type { MessageKey } from '../i18n/i18n.tsx';

export interface Destination {
  link: LinkOptions;
  /** The part of the address by which the rail knows that it is here. */
  under: string;
  labelKey: MessageKey;
  icon: LucideIcon;
  keys: string;
  permission: Permission;
  /** Who has this one too has a better way to the same place. */
  unless?: Permission;
}

/** The places that an agent may enter, in the order of the rail. */
export function destinationsOf(can: (permission: Permission) => boolean): Destination[] {
  return destinations.filter(({ permission, unless }) => can(permission) && !(unless && can(unless)));
}

const destinations: readonly Destination[] = [
  {
    link: linkOptions({ to: '/inbox/$view', params: { view: 'mine' } }),
    under: '/inbox',
    labelKey: 'shell.nav.inbox',
    icon: Inbox,
    keys: 'g i',
    permission: 'conversations.read',
  },
  {
    link: linkOptions({ to: '/tickets' }),
    under: '/tickets',
    labelKey: 'shell.nav.tickets',
    icon: TicketCheck,
    keys: 'g k',
    permission: 'tickets.read',
  },
  {
    link: linkOptions({ to: '/customers' }),
    under: '/customers',
    labelKey: 'shell.nav.customers',
    icon: UserRound,
    keys: 'g c',
    permission: 'customers.read',
  },
  {
    link: linkOptions({ to: '/articles' }),
    under: '/articles',
    labelKey: 'shell.nav.articles',
    icon: BookOpenText,
    keys: 'g a',
    permission: 'knowledge.write',
  },
  {
    link: linkOptions({ to: '/articles/insight' }),
    under: '/articles',
    labelKey: 'shell.nav.articles',
    icon: BookOpenText,
    keys: 'g a',
    permission: 'insights.read',
    unless: 'knowledge.write',
  },
  {
    link: linkOptions({ to: '/announcements' }),
    under: '/announcements',
    labelKey: 'shell.nav.announcements',
    icon: Megaphone,
    keys: 'g n',
    permission: 'announcements.read',
  },
  {
    link: linkOptions({ to: '/assistant' }),
    under: '/assistant',
    labelKey: 'shell.nav.assistant',
    icon: Bot,
    keys: 'g s',
    permission: 'assistant.read',
  },
  {
    link: linkOptions({ to: '/people' }),
    under: '/people',
    labelKey: 'shell.nav.people',
    icon: UsersRound,
    keys: 'g t',
    permission: 'people.read',
  },
  {
    link: linkOptions({ to: '/channels' }),
    under: '/channels',
    labelKey: 'shell.nav.channels',
    icon: Radio,
    keys: 'g h',
    permission: 'channels.read',
  },
  {
    link: linkOptions({ to: '/operations/dead-letters' }),
    under: '/operations/dead-letters',
    labelKey: 'shell.nav.dead_letters',
    icon: MailWarning,
    keys: 'g d',
    permission: 'operations.read',
  },
  {
    link: linkOptions({ to: '/operations/webhooks' }),
    under: '/operations/webhooks',
    labelKey: 'shell.nav.webhooks',
    icon: Webhook,
    keys: 'g w',
    permission: 'operations.manage',
  },
  {
    link: linkOptions({ to: '/operations/tokens' }),
    under: '/operations/tokens',
    labelKey: 'shell.nav.api_tokens',
    icon: KeyRound,
    keys: 'g e',
    permission: 'operations.manage',
  },
];
