import { closeReason } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { type Command, useCommands } from '../../../shell/commands.tsx';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { type ActionDialog, actionKeys } from './action-bar.tsx';
import { assignKeyOf } from './allowed-actions.ts';
import type { ConversationActions } from './use-conversation-actions.ts';

interface ActionKeysOptions {
  actions: ConversationActions;
  number: number;
  onDialog: (dialog: ActionDialog) => void;
  onFacts: () => void;
  onReply: () => void;
  onNote: () => void;
  onBack: () => void;
  closed: boolean;
}

/** Puts the actions of the open conversation on keys and into the palette. */
export function useActionKeys(options: ActionKeysOptions): void {
  const { actions, number, onDialog, onFacts, onReply, onNote, onBack, closed } = options;
  const t = useT();
  const { allowed } = actions;
  const groupKey = 'inbox.shortcuts.conversation';
  const reply = allowed.reply && !closed;
  const close = () => void actions.close('solved');
  const take = () => void actions.take();

  useShortcut(actionKeys.reply, onReply, { labelKey: 'inbox.composer.reply', groupKey, enabled: reply });
  useShortcut(actionKeys.note, onNote, { labelKey: 'inbox.shortcut.note', groupKey, enabled: allowed.reply });
  useShortcut(actionKeys.take, take, { labelKey: 'inbox.take', groupKey, enabled: allowed.take !== false });
  const assigning = assignKeyOf(allowed);
  useShortcut(actionKeys.assign, () => (assigning === 'take' ? take() : assigning && onDialog(assigning)), {
    labelKey: assigning ? `inbox.${assigning}` : 'inbox.assign',
    groupKey,
    enabled: assigning !== null,
  });
  useShortcut(actionKeys.transfer, () => onDialog('transfer'), {
    labelKey: 'inbox.transfer',
    groupKey,
    enabled: allowed.transfer,
  });
  useShortcut(actionKeys.close, close, {
    labelKey: 'inbox.shortcut.close',
    groupKey,
    enabled: allowed.close,
  });
  useShortcut(actionKeys.facts, onFacts, { labelKey: 'inbox.facts.toggle', groupKey });
  useShortcut(actionKeys.back, onBack, { labelKey: 'inbox.back', groupKey });

  const group = t('inbox.commands', { number: String(number) });
  const command = (id: string, label: string, run: () => void, shortcut?: string): Command => ({
    id: `inbox-${id}`,
    label,
    group,
    run,
    ...(shortcut ? { shortcut } : {}),
  });
  useCommands([
    ...(reply ? [command('reply', t('inbox.composer.reply'), onReply, actionKeys.reply)] : []),
    ...(allowed.reply ? [command('note', t('inbox.shortcut.note'), onNote, actionKeys.note)] : []),
    ...(allowed.take ? [command('take', t('inbox.take'), take, actionKeys.take)] : []),
    ...(allowed.assign
      ? [command('assign', t('inbox.assign'), () => onDialog('assign'), actionKeys.assign)]
      : []),
    ...(allowed.transfer
      ? [command('transfer', t('inbox.transfer'), () => onDialog('transfer'), actionKeys.transfer)]
      : []),
    ...(allowed.release ? [command('release', t('inbox.release'), () => void actions.release())] : []),
    ...(allowed.give ? [command('give', t('inbox.give'), () => void actions.give())] : []),
    ...(allowed.close
      ? closeReason.options.map((reason) =>
          command(
            `close.${reason}`,
            t('inbox.commands.close', { reason: t(`inbox.close.${reason}`) }),
            () => void actions.close(reason),
            reason === 'solved' ? actionKeys.close : undefined,
          ),
        )
      : []),
    ...(allowed.reopen ? [command('reopen', t('inbox.reopen'), () => void actions.reopen())] : []),
    command('facts', t('inbox.facts.toggle'), onFacts, actionKeys.facts),
  ]);
}
