import type { Choices } from '../choices.ts';
import { FaultField, PersonField, PlatformBar } from '../phone/platform-bar.tsx';
import { type TextKey, useReader } from '../reader.ts';
import { type PhoneState, setFaults } from './x-client.ts';

const refusals: readonly (readonly [string, TextKey])[] = [
  ['', 'platform.fault.none'],
  ['rate_limited', 'facebook.fault.rateLimited'],
  ['trouble', 'x.fault.trouble'],
  ['no_messages', 'x.fault.noMessages'],
  ['duplicate', 'x.fault.duplicate'],
  ['credits', 'x.fault.credits'],
  ['token', 'facebook.fault.token'],
];

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly state: PhoneState | undefined;
  readonly person: string;
}

/** Whose phone it is, and what goes wrong at X. */
export function XBar({ choices, change, state, person }: Props) {
  const { t } = useReader();
  const set = (faults: Parameters<typeof setFaults>[0]) => void setFaults(faults).catch(() => {});
  return (
    <PlatformBar title={t('x.title')} choices={choices} change={change}>
      <PersonField person={person} people={state?.people ?? []} change={change} />
      <FaultField faults={state?.faults} refusals={refusals} set={set} />
      <label class="demo-field">
        <span>{t('x.webhooks')}</span>
        <select
          name="webhooks"
          value={state?.faults.noWebhooks ? 'none' : 'sent'}
          onChange={({ currentTarget }) => set({ noWebhooks: currentTarget.value === 'none' })}
        >
          <option value="sent">{t('x.webhooks.sent')}</option>
          <option value="none">{t('x.webhooks.none')}</option>
        </select>
      </label>
    </PlatformBar>
  );
}
