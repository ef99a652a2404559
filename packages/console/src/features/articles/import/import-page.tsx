import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { FolderImport } from './folder-import.tsx';
import type { ImportSearch } from './import-search.ts';
import { ZendeskImport } from './zendesk-import.tsx';

/** Takes in articles from elsewhere: chosen, looked at before anything is written, then taken in. */
export function ImportPage() {
  const t = useT();
  const navigate = useNavigate();
  const { from = 'folder' }: ImportSearch = useSearch({ from: '/app/articles/import' });
  const panel = 'flex flex-col gap-5 pt-5';
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        leading={
          <Link
            to="/articles"
            aria-label={t('articles.back')}
            className="grid size-control place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
          >
            <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
          </Link>
        }
        title={t('articles.import')}
        description={t('articles.import.text')}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        <Tabs
          label={t('articles.import.from')}
          value={from}
          onChange={(next) =>
            void navigate({ to: '/articles/import', search: { from: next }, replace: true })
          }
          tabs={[
            {
              value: 'folder',
              label: t('articles.import.folder'),
              content: (
                <div className={panel}>
                  <FolderImport />
                </div>
              ),
            },
            {
              value: 'zendesk',
              label: 'Zendesk',
              content: (
                <div className={panel}>
                  <ZendeskImport />
                </div>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
