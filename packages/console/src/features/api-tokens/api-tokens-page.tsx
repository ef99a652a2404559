import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ApiTokenFormDialog } from './api-token-form-dialog.tsx';
import { ApiTokenPanel } from './api-token-panel.tsx';
import { ApiTokenSecretDialog } from './api-token-secret-dialog.tsx';
import { apiTokensQuery } from './api-tokens-query.ts';

/** By which tokens other systems act for agents, and what each permits. */
export function ApiTokensPage() {
  const t = useT();
  const tokens = useQuery(apiTokensQuery);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = (
    <Button variant="primary" icon={<Plus />} onClick={() => setMaking(true)}>
      {t('tokens.make')}
    </Button>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('shell.nav.api_tokens')}
        description={t('tokens.text')}
        actions={tokens.data?.length ? make : null}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {tokens.error && !tokens.data ? (
          <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />
        ) : !tokens.data ? (
          <SkeletonRows />
        ) : tokens.data.length === 0 ? (
          <EmptyState icon={<KeyRound />} title={t('tokens.empty.title')} action={make}>
            {t('tokens.empty.text')}
          </EmptyState>
        ) : (
          <ul className="flex max-w-4xl flex-col gap-4">
            {tokens.data.map((token) => (
              <li key={token.id}>
                <ApiTokenPanel token={token} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {making && <ApiTokenFormDialog onClose={() => setMaking(false)} onSecret={setSecret} />}
      {secret !== null && <ApiTokenSecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </div>
  );
}
