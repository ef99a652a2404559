import { type BodyOf, endpoints, type Inbox } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { inboxesQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useToast } from '../../ui/toast.tsx';
import { KeySecret } from './key-secret.tsx';

type KeyBody = BodyOf<typeof endpoints.channels.addIdentityKey>;
const algorithms = ['HS256', 'RS256', 'ES256'] as const;

/** Adds a key; a secret that the server made is shown this once. */
export function AddKeyDialog({ inbox, onClose }: { inbox: Inbox; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [algorithm, setAlgorithm] = useState<KeyBody['algorithm']>('HS256');
  const [publicKey, setPublicKey] = useState('');
  const add = useMutation({
    mutationFn: (body: KeyBody) =>
      call(endpoints.channels.addIdentityKey, { params: { id: inbox.id }, body }),
    onSuccess: ({ secret }) => {
      void client.invalidateQueries({ queryKey: inboxesQuery.queryKey });
      if (secret !== null) return;
      toast.show({ title: t('channels.key.added'), tone: 'success' });
      onClose();
    },
  });
  if (add.data?.secret) {
    return <KeySecret secret={add.data.secret} keyId={add.data.key.id} onClose={onClose} />;
  }
  const symmetric = algorithm === 'HS256';
  const pem = publicKey.trim();
  const valid =
    symmetric || /^-----BEGIN (RSA )?PUBLIC KEY-----[\s\S]+-----END (RSA )?PUBLIC KEY-----$/.test(pem);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('channels.key.add')}
      description={t('channels.key.add.text')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="identity-key" variant="primary" loading={add.isPending}>
            {t(symmetric ? 'channels.key.make' : 'channels.key.add')}
          </Button>
        </>
      }
    >
      <Form
        id="identity-key"
        valid={valid}
        onSubmit={() => add.mutate(algorithm === 'HS256' ? { algorithm } : { algorithm, publicKey: pem })}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Segmented
              label={t('channels.key.algorithm')}
              value={algorithm}
              onChange={setAlgorithm}
              options={algorithms.map((value) => ({ value, label: value }))}
              className="self-start"
            />
            <p className="text-ink-2">{t(symmetric ? 'channels.key.hs256' : 'channels.key.public')}</p>
            {!symmetric && (
              <Field
                label={t('channels.key.public_key')}
                error={tried && !valid ? t('channels.key.public_key.wrong') : undefined}
              >
                <Textarea
                  mono
                  rows={6}
                  spellCheck={false}
                  placeholder={'-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----'}
                  value={publicKey}
                  onChange={(event) => setPublicKey(event.target.value)}
                />
              </Field>
            )}
            {inbox.identityKeys.length >= 2 && (
              <p className="rounded-md bg-warning-soft px-3 py-2 text-warning-text">
                {t('channels.key.third')}
              </p>
            )}
            <FormError error={add.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
