import { type AnnouncementKind, type Category, topCategoryOf } from '@fairlead/contract';

/** What an announcement about an incident is about, as far as the category of its tracker tells: deposits and withdrawals are suspended, the rest is worked on. */
export const kindOfAnnouncement = (category: Category): AnnouncementKind =>
  topCategoryOf(category) === 'deposit_withdrawal' ? 'suspension' : 'maintenance';
