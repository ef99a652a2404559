import { type Category, categories } from '@fairlead/contract/ticket-categories';
import { type CheckId, checkIds } from './views/check/checks.ts';

/** A page of the portal; each has an address that leads to it. */
export type Route =
  | { at: 'tickets'; state: 'active' | 'all' }
  | { at: 'new'; category: Category | null }
  | { at: 'ticket'; id: string }
  /** An article of the help center, over the list. */
  | { at: 'article'; slug: string }
  | { at: 'freeze' }
  | { at: 'alerts' }
  /** Chats on platforms that are tied to the account. */
  | { at: 'chats' }
  /** Which announcements one is sent. */
  | { at: 'announcements' }
  /** What customers look into by themselves: all of it, or one. */
  | { at: 'check'; check: CheckId | null }
  /** Where the link of a letter leads that ends them all; nobody need be signed in. */
  | { at: 'stopAlerts' }
  | { at: 'stopAnnouncements' }
  /** Where the letter leads that asks whether an address is one's own. */
  | { at: 'confirmAnnouncements' }
  /** Where a link in a public answer leads; nobody need be signed in. */
  | { at: 'private'; code: string }
  /** Where the letter leads that tells whose account it is; what it proves stands behind `#`. */
  | { at: 'objection' };

const base = '/portal';
const ticketPath = /^\/tickets\/([\da-f-]{36})\/?$/;
const articlePath = /^\/articles\/([a-z\d-]+)\/?$/;
const checkPath = /^\/check(?:\/([a-z]+))?\/?$/;
const privatePath = /^\/private\/([\da-z]{1,40}|-)\/?$/i;
const newPath = /^\/new(?:\/([\w.]+))?\/?$/;

/** The page of an address; what is no page of ours is the list. */
export function routeOf({ pathname, search }: { pathname: string; search: string }): Route {
  const path = pathname.slice(base.length);
  const id = ticketPath.exec(path)?.[1];
  if (id) return { at: 'ticket', id };
  if (/^\/freeze\/?$/.test(path)) return { at: 'freeze' };
  if (/^\/alerts\/?$/.test(path)) return { at: 'alerts' };
  if (/^\/chats\/?$/.test(path)) return { at: 'chats' };
  if (/^\/alerts\/stop\/?$/.test(path)) return { at: 'stopAlerts' };
  if (/^\/announcements\/?$/.test(path)) return { at: 'announcements' };
  if (/^\/announcements\/stop\/?$/.test(path)) return { at: 'stopAnnouncements' };
  if (/^\/announcements\/confirm\/?$/.test(path)) return { at: 'confirmAnnouncements' };
  if (/^\/objection\/?$/.test(path)) return { at: 'objection' };
  const link = privatePath.exec(path)?.[1];
  if (link) return { at: 'private', code: link };
  const slug = articlePath.exec(path)?.[1];
  if (slug) return { at: 'article', slug };
  const check = checkPath.exec(path);
  if (check) return { at: 'check', check: checkIds.find((it) => it === check[1]) ?? null };
  const wish = newPath.exec(path);
  if (wish) return { at: 'new', category: categories.find((it) => it === wish[1]) ?? null };
  return { at: 'tickets', state: new URLSearchParams(search).get('show') === 'all' ? 'all' : 'active' };
}

/** The address of a page, from the server's root. */
export function pathOf(route: Route): string {
  switch (route.at) {
    case 'tickets':
      return `${base}/${route.state === 'all' ? '?show=all' : ''}`;
    case 'new':
      return `${base}/new${route.category ? `/${route.category}` : ''}`;
    case 'ticket':
      return `${base}/tickets/${route.id}`;
    case 'freeze':
      return `${base}/freeze`;
    case 'alerts':
      return `${base}/alerts`;
    case 'chats':
      return `${base}/chats`;
    case 'check':
      return `${base}/check${route.check ? `/${route.check}` : ''}`;
    case 'stopAlerts':
      return `${base}/alerts/stop`;
    case 'announcements':
      return `${base}/announcements`;
    case 'stopAnnouncements':
      return `${base}/announcements/stop`;
    case 'confirmAnnouncements':
      return `${base}/announcements/confirm`;
    case 'objection':
      return `${base}/objection`;
    case 'private':
      return `${base}/private/${route.code}`;
    case 'article':
      return `${base}/articles/${route.slug}`;
  }
}
