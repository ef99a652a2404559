import type { EmailInboxView, EmailSettings } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { CodeBlock } from './code-block.tsx';
import type { MissingInEmail, TypedSecrets } from './email-form-rules.ts';

interface Props {
  value: EmailSettings['dkim'];
  onChange: (value: EmailSettings['dkim']) => void;
  typed: TypedSecrets;
  onTyped: (typed: TypedSecrets) => void;
  email: EmailInboxView | null;
  /** What is said to be missing, once somebody pressed save. */
  missing: MissingInEmail | null;
}

/** The signature of letters, and the DNS record that lets others check it. */
export function DkimFields({ value, onChange, typed, onTyped, email, missing }: Props) {
  const t = useT();
  const record = email?.dkimRecord;
  return (
    <Panel title={t('channels.mail.dkim')} description={t('channels.mail.dkim.text')}>
      <div className="flex flex-col gap-4">
        <Switch
          checked={value !== null}
          onChange={(on) => onChange(on ? { domain: '', selector: 'fairlead' } : null)}
          label={t('channels.mail.dkim.on')}
        />
        {value && (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t('channels.mail.dkim.domain')}
                error={missing?.dkim ? t('channels.mail.dkim.missing') : undefined}
              >
                <Input
                  value={value.domain}
                  onValueChange={(domain) => onChange({ ...value, domain: domain.trim() })}
                  placeholder="example.com"
                  spellCheck={false}
                />
              </Field>
              <Field label={t('channels.mail.dkim.selector')}>
                <Input
                  value={value.selector}
                  onValueChange={(selector) => onChange({ ...value, selector: selector.trim() })}
                  spellCheck={false}
                />
              </Field>
            </div>
            <Field
              label={t('channels.mail.dkim.key')}
              hint={email?.secrets.dkimKey ? t('channels.mail.kept') : undefined}
              error={missing?.dkimKey ? t('channels.mail.dkim.key.missing') : undefined}
            >
              <Textarea
                mono
                rows={4}
                spellCheck={false}
                placeholder="-----BEGIN PRIVATE KEY-----"
                value={typed.dkimKey}
                onChange={(event) => onTyped({ ...typed, dkimKey: event.target.value })}
              />
            </Field>
            {record && (
              <CodeBlock
                label={t('channels.mail.dkim.record')}
                code={`${record.name} TXT\n"${record.value}"`}
              />
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
