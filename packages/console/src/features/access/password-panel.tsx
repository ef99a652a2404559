import { endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useMe } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toast.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { PasswordField } from './password-field.tsx';
import { passwordStrength } from './password-strength.ts';
import { sessionsKey } from './sessions-panel.tsx';

/** Changes the password; every other session ends. */
export function PasswordPanel() {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const { agent } = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [done, setDone] = useState(0);
  const known = [agent.name, agent.email];
  const change = useMutation({
    mutationFn: () => call(endpoints.access.changePassword, { body: { current, next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setDone((count) => count + 1);
      void client.invalidateQueries({ queryKey: sessionsKey });
      toast.show({ title: t('access.password.changed'), tone: 'success' });
    },
  });
  return (
    <Panel title={t('access.password')} description={t('access.password.text')}>
      <Form
        // A new one after each success, so that its empty fields are not called wrong.
        key={done}
        valid={current !== '' && passwordStrength(next, known) !== 'short'}
        onSubmit={() => change.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <PasswordField
                label={t('access.password.current')}
                kind="current-password"
                value={current}
                onChange={setCurrent}
                error={tried && current === '' ? t('access.password.missing') : undefined}
              />
              <NewPasswordField
                label={t('access.password.new')}
                value={next}
                onChange={setNext}
                known={known}
                tried={tried}
              />
            </div>
            <FormError error={change.error} />
            <div className="flex justify-end">
              <Button type="submit" loading={change.isPending}>
                {t('access.password.change')}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Panel>
  );
}
