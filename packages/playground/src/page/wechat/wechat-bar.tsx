import type { Choices } from '../choices.ts';
import { ClockField, FaultField, PersonField, PlatformBar } from '../phone/platform-bar.tsx';
import { type TextKey, useReader } from '../reader.ts';
import { type PhoneState, setFaults } from './wechat-client.ts';

const refusals: readonly (readonly [string, TextKey])[] = [
  ['', 'platform.fault.none'],
  ['minute', 'wechat.fault.minute'],
  ['busy', 'wechat.fault.busy'],
  ['not_following', 'wechat.fault.notFollowing'],
  ['too_many', 'wechat.fault.tooMany'],
];
const hours = [0, 24, 47, 49];

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly state: PhoneState | undefined;
  readonly person: string;
}

/** Whose phone it is, and what goes wrong at WeChat. */
export function WechatBar({ choices, change, state, person }: Props) {
  const { t } = useReader();
  const set = (faults: Parameters<typeof setFaults>[0]) => void setFaults(faults).catch(() => {});
  const people = (state?.people ?? []).map(({ openid, name }) => ({ id: openid, name }));
  return (
    <PlatformBar title={t('wechat.title')} choices={choices} change={change}>
      <PersonField person={person} people={people} change={change} />
      <FaultField faults={state?.faults} refusals={refusals} set={set} />
      <ClockField ahead={state?.faults.aheadHours ?? 0} hours={hours} set={set} />
      <button type="button" class="button wx-end" onClick={() => set({ endTokens: true })}>
        {t('wechat.endToken')}
      </button>
    </PlatformBar>
  );
}
