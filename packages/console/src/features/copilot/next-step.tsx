import type { Conversation, CopilotDraft, CopilotSuggestions } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Footprints, X } from 'lucide-react';
import { type Translate, useFormat, useT } from '../../i18n/i18n.tsx';
import { teamsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { flowName, intentName } from '../assistant/trace/trace-words.ts';
import { useConversationActions } from '../inbox/actions/use-conversation-actions.ts';
import { useForms } from '../tickets/forms/use-forms.ts';
import { offerOf } from './draft-cards.tsx';
import { useApplyMacro } from './use-apply-macro.ts';
import type { LookUp } from './use-look-up.ts';
import { useOfferFates, useShown } from './use-offers.ts';
import { usePutIn } from './use-put-in.ts';

type Offer = NonNullable<CopilotSuggestions['step']>;

interface NextStepProps {
  conversation: Conversation;
  step: Offer;
  draft: CopilotDraft | undefined;
  macros: CopilotSuggestions['macros'];
  look: LookUp;
}

/** What is best done next, why, and the button that does it. */
export function NextStep({ conversation, step, draft, macros, look }: NextStepProps) {
  const t = useT();
  const format = useFormat();
  const forms = useForms();
  const can = useCan();
  const { data: teams } = useQuery({ ...teamsQuery, enabled: can('people.read') });
  const { id } = conversation;
  const { offerId, is } = step;
  const fates = useOfferFates(id);
  const putIn = usePutIn(id);
  const apply = useApplyMacro(id);
  const actions = useConversationActions(conversation);
  useShown(id, [offerId]);

  const teamName = (teamId: string) =>
    teams?.find((it) => it.id === teamId)?.name ?? t('copilot.step.a_team');
  const fields = is.do === 'ask' ? format.list(is.fields.map((key) => forms.nameOf(key, is.category))) : '';
  const does = async () => {
    switch (is.do) {
      case 'hand_over':
        if (await actions.transfer({ teamId: is.teamId }, '', teamName(is.teamId))) fates.accept(offerId);
        return;
      case 'look_up':
        look.ask(is.flow, is.slots);
        return fates.accept(offerId);
      case 'ask':
        // What is sent in the end says whether it was taken as it was.
        return putIn(is.text, { offer: { id: offerId, said: null } });
      case 'macro': {
        const offered = macros.find((it) => it.macroId === is.macroId);
        if (await apply(is.macroId)) {
          fates.accept(offerId);
          if (offered) fates.accept(offered.offerId);
        }
        return;
      }
      case 'reply':
        if (draft) putIn(draft.text, { offer: offerOf(draft) });
        return fates.accept(offerId);
      case 'solve':
        if (await actions.close('solved')) fates.accept(offerId);
    }
  };
  const allowed =
    is.do === 'hand_over' ? actions.allowed.transfer : is.do === 'solve' ? actions.allowed.close : true;
  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-accent-text/40 bg-accent-soft p-2.5 text-sm">
      <div className="flex items-start gap-1.5">
        <Footprints className="mt-0.5 size-4 shrink-0 text-accent-text" aria-hidden />
        <div className="min-w-0 flex-1">
          <h3 className="font-medium">{titleOf(t, is, teamName, fields)}</h3>
          <p className="text-ink-2">{whyOf(t, is)}</p>
        </div>
        <IconButton
          size="sm"
          label={t('copilot.step.not_now')}
          icon={<X />}
          onClick={() => fates.reject(offerId)}
        />
      </div>
      <div>
        <Button
          size="sm"
          disabled={!allowed}
          loading={actions.busy !== null || (is.do === 'look_up' && look.busy)}
          onClick={() => void does()}
        >
          {t(`copilot.do.${is.do}`)}
        </Button>
      </div>
    </div>
  );
}

function titleOf(t: Translate, is: Offer['is'], teamName: (id: string) => string, fields: string): string {
  switch (is.do) {
    case 'hand_over':
      return t('copilot.step.hand_over', { team: teamName(is.teamId) });
    case 'look_up':
      return t('copilot.step.look_up', { flow: flowName(t, is.flow) });
    case 'ask':
      return t('copilot.step.ask', { fields });
    case 'macro':
      return t('copilot.step.macro', { name: is.name });
    case 'reply':
      return t('copilot.step.reply', { title: is.title });
    case 'solve':
      return t('copilot.step.solve');
  }
}

function whyOf(t: Translate, is: Offer['is']): string {
  switch (is.do) {
    case 'hand_over':
      return is.why === 'stolen'
        ? t('copilot.why.stolen')
        : t('copilot.why.other_team', { intent: is.intent ? intentName(t, is.intent) : '' });
    case 'look_up':
      return t('copilot.why.look_up', { intent: intentName(t, is.intent) });
    case 'ask':
      return t('copilot.why.ask', { category: t(`category.${is.category}`) });
    case 'macro':
      return is.intent
        ? t('copilot.why.intent', { intent: intentName(t, is.intent) })
        : t('copilot.why.words');
    case 'reply':
      return t('copilot.why.reply');
    case 'solve':
      return t('copilot.why.solve');
  }
}
