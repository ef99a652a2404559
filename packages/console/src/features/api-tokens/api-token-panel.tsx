import { type ApiToken, endpoints } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { apiTokensQuery } from './api-tokens-query.ts';

/** One token: for whom it acts, what it permits, when it was used, and how to end it. */
export function ApiTokenPanel({ token }: { token: ApiToken }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const expired = token.state === 'expired';
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 wrap-anywhere">{token.name}</span>
          {expired && <Badge tone="warning">{t('tokens.expired')}</Badge>}
        </span>
      }
      description={t('tokens.of', { agent: token.agent.name })}
      actions={
        <Button size="sm" icon={<Trash2 />} onClick={() => setAsking(true)}>
          {t('tokens.revoke')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <ul aria-label={t('tokens.permissions')} className="flex flex-wrap gap-1.5">
          {token.permissions.map((permission) => (
            <li key={permission} className="max-w-full">
              <Badge>{t(`tokens.permission.${permission}`)}</Badge>
            </li>
          ))}
        </ul>
        <p className="text-ink-3">
          {[
            t('tokens.made', { when: format.dateTime(token.createdAt) }),
            t(expired ? 'tokens.ended' : 'tokens.ends', { when: format.dateTime(token.expiresAt) }),
            token.lastUsedAt
              ? t('tokens.used', { when: format.relativeTime(token.lastUsedAt) })
              : t('tokens.unused'),
          ].join(' · ')}
        </p>
      </div>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(false)}
          title={t('tokens.revoke.title')}
          confirmLabel={t('tokens.revoke')}
          onConfirm={async () => {
            await call(endpoints.apiTokens.revoke, { params: { id: token.id } });
            await client.invalidateQueries({ queryKey: apiTokensQuery.queryKey });
          }}
        >
          {t('tokens.revoke.text', { name: token.name })}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
