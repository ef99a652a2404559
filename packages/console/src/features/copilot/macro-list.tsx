import type { CopilotSuggestions } from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { intentName } from '../assistant/trace/trace-words.ts';
import { Fold } from './fold.tsx';
import { useApplyMacro } from './use-apply-macro.ts';
import { useOfferFates, useShown } from './use-offers.ts';

interface MacroListProps {
  conversationId: string;
  macros: CopilotSuggestions['macros'];
}

/** Macros that may answer, each with why. */
export function MacroList(props: MacroListProps) {
  const t = useT();
  return (
    <Fold title={t('copilot.macros')} count={props.macros.length}>
      <List {...props} />
    </Fold>
  );
}

function List({ conversationId, macros }: MacroListProps) {
  const t = useT();
  const fates = useOfferFates(conversationId);
  const apply = useApplyMacro(conversationId);
  const [busy, setBusy] = useState<string | null>(null);
  useShown(
    conversationId,
    macros.map((it) => it.offerId),
  );
  const use = async ({ macroId, offerId }: (typeof macros)[number]) => {
    setBusy(macroId);
    if (await apply(macroId)) fates.accept(offerId);
    setBusy(null);
  };
  return (
    <ul className="flex flex-col gap-1.5">
      {macros.map((macro) => (
        <li key={macro.macroId} className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1">
            <span className="block [overflow-wrap:anywhere]">{macro.name}</span>
            <span className="block text-xs text-ink-3">
              {macro.intent
                ? t('copilot.why.intent', { intent: intentName(t, macro.intent) })
                : t('copilot.why.words')}
            </span>
          </span>
          <Button
            size="sm"
            loading={busy === macro.macroId}
            aria-label={t('copilot.macros.apply', { name: macro.name })}
            onClick={() => void use(macro)}
          >
            {t('copilot.insert')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
