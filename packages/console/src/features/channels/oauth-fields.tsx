import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { MissingInEmail, TypedSecrets } from './email-form-rules.ts';

interface Props {
  typed: TypedSecrets;
  onChange: (typed: TypedSecrets) => void;
  kept: boolean;
  /** What is said to be missing, once somebody pressed save. */
  missing: MissingInEmail | null;
}

/** How fresh access tokens are had, for mail servers that take no password. */
export function OAuthFields({ typed, onChange, kept, missing }: Props) {
  const t = useT();
  const field = (name: 'tokenUrl' | 'clientId' | 'clientSecret' | 'refreshToken', secret: boolean) => (
    <Field
      label={t(`channels.mail.oauth.${name}`)}
      error={
        name !== 'clientSecret' && missing?.[name] ? t(`channels.mail.oauth.${name}.missing`) : undefined
      }
    >
      <Input
        type={secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={typed[name]}
        onValueChange={(value) => onChange({ ...typed, [name]: value.trim() })}
      />
    </Field>
  );
  return (
    <Panel
      title={t('channels.mail.oauth')}
      description={t(kept ? 'channels.mail.oauth.kept' : 'channels.mail.oauth.text')}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {field('tokenUrl', false)}
        {field('clientId', false)}
        {field('clientSecret', true)}
        {field('refreshToken', true)}
      </div>
    </Panel>
  );
}
