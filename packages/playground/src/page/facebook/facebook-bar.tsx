import type { Choices } from '../choices.ts';
import { ClockField, FaultField, PersonField, PlatformBar } from '../phone/platform-bar.tsx';
import { type TextKey, useReader } from '../reader.ts';
import { type PhoneState, setFaults } from './facebook-client.ts';

const refusals: readonly (readonly [string, TextKey])[] = [
  ['', 'platform.fault.none'],
  ['rate_limited', 'facebook.fault.rateLimited'],
  ['trouble', 'facebook.fault.trouble'],
  ['unavailable', 'facebook.fault.unavailable'],
  ['token', 'facebook.fault.token'],
];
const hours = [0, 23, 25, 169];

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly state: PhoneState | undefined;
  readonly person: string;
}

/** Whose phone it is, and what goes wrong at Facebook. */
export function FacebookBar({ choices, change, state, person }: Props) {
  const { t } = useReader();
  const set = (faults: Parameters<typeof setFaults>[0]) => void setFaults(faults).catch(() => {});
  return (
    <PlatformBar title={t('facebook.title')} choices={choices} change={change}>
      <PersonField person={person} people={state?.people ?? []} change={change} />
      <FaultField faults={state?.faults} refusals={refusals} set={set} />
      <ClockField ahead={state?.faults.aheadHours ?? 0} hours={hours} set={set} />
    </PlatformBar>
  );
}
