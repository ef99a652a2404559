import { closeReason } from '@fairlead/contract';
import {
  ArrowRightLeft,
  Bot,
  Check,
  ChevronDown,
  EllipsisVertical,
  Hand,
  ListRestart,
  PanelRight,
  RotateCcw,
  UserRoundPlus,
} from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator, MenuSub } from '../../../ui/menu.tsx';
import type { ConversationActions } from './use-conversation-actions.ts';

/** The dialogs that actions open. */
export type ActionDialog = 'assign' | 'transfer';

/** The keys of the actions, in one place for buttons, menus and shortcuts. `g` begins the shell's "go to". */
export const actionKeys = {
  assign: 'a',
  transfer: 'p',
  close: 'e',
  take: 'y',
  facts: 'i',
  reply: 'r',
  note: 'n',
  back: 'u',
} as const;

interface ActionBarProps {
  actions: ConversationActions;
  onDialog: (dialog: ActionDialog) => void;
  onFacts: () => void;
  factsShown: boolean;
}

/** What can be done with the conversation on screen; on a phone all but the first step is in a menu. */
export function ActionBar(props: ActionBarProps) {
  const t = useT();
  const { actions, onDialog, onFacts, factsShown } = props;
  const { allowed, busy } = actions;
  return (
    <div role="group" aria-label={t('inbox.actions')} className="flex shrink-0 items-center gap-1">
      {allowed.take && (
        <Button
          variant="primary"
          icon={<Hand />}
          loading={busy === 'take'}
          onClick={() => void actions.take()}
        >
          {t(allowed.take === 'accept' ? 'inbox.accept' : 'inbox.take')}
        </Button>
      )}
      <div className="flex items-center gap-1 max-sm:hidden">
        {allowed.assign && (
          <IconButton
            label={t('inbox.assign')}
            shortcut={actionKeys.assign}
            icon={<UserRoundPlus />}
            onClick={() => onDialog('assign')}
          />
        )}
        {allowed.transfer && (
          <IconButton
            label={t('inbox.transfer')}
            shortcut={actionKeys.transfer}
            icon={<ArrowRightLeft />}
            onClick={() => onDialog('transfer')}
          />
        )}
        {allowed.close && <CloseButton actions={actions} />}
        {allowed.reopen && (
          <Button icon={<RotateCcw />} loading={busy === 'reopen'} onClick={() => void actions.reopen()}>
            {t('inbox.reopen')}
          </Button>
        )}
        <IconButton
          label={t(factsShown ? 'inbox.facts.hide' : 'inbox.facts.show')}
          shortcut={actionKeys.facts}
          icon={<PanelRight className="rtl:-scale-x-100" />}
          aria-pressed={factsShown}
          onClick={onFacts}
          className={factsShown ? 'text-accent-text!' : ''}
        />
      </div>
      <PhoneMenu {...props} />
    </div>
  );
}

function CloseButton({ actions }: { actions: ConversationActions }) {
  const t = useT();
  const { allowed, busy } = actions;
  return (
    <span className="flex">
      <Button
        icon={<Check />}
        loading={busy === 'close'}
        onClick={() => void actions.close('solved')}
        className="rounded-e-none!"
      >
        {t('inbox.close')}
      </Button>
      <Menu
        align="end"
        trigger={
          <IconButton
            variant="outline"
            label={t('inbox.close.more')}
            icon={<ChevronDown />}
            className="-ms-px w-7! rounded-s-none!"
          />
        }
      >
        <CloseItems actions={actions} />
        {(allowed.release || allowed.give) && <MenuSeparator />}
        {allowed.release && (
          <MenuItem onSelect={() => void actions.release()} icon={<ListRestart />}>
            {t('inbox.release')}
          </MenuItem>
        )}
        {allowed.give && (
          <MenuItem onSelect={() => void actions.give()} icon={<Bot />}>
            {t('inbox.give')}
          </MenuItem>
        )}
      </Menu>
    </span>
  );
}

/** Every reason to close; the usual one first. */
function CloseItems({ actions }: { actions: ConversationActions }) {
  const t = useT();
  return closeReason.options.map((reason) => (
    <MenuItem
      key={reason}
      onSelect={() => void actions.close(reason)}
      icon={reason === 'solved' ? <Check /> : <span className="size-4" />}
      {...(reason === 'solved' ? { shortcut: actionKeys.close } : {})}
    >
      {t(`inbox.close.${reason}`)}
    </MenuItem>
  ));
}

function PhoneMenu({ actions, onDialog, onFacts }: ActionBarProps) {
  const t = useT();
  const { allowed } = actions;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t('inbox.actions')} icon={<EllipsisVertical />} className="sm:hidden" />}
    >
      <MenuItem onSelect={onFacts} icon={<PanelRight className="rtl:-scale-x-100" />}>
        {t('inbox.facts')}
      </MenuItem>
      {allowed.assign && (
        <MenuItem onSelect={() => onDialog('assign')} icon={<UserRoundPlus />}>
          {t('inbox.assign')}
        </MenuItem>
      )}
      {allowed.transfer && (
        <MenuItem onSelect={() => onDialog('transfer')} icon={<ArrowRightLeft />}>
          {t('inbox.transfer')}
        </MenuItem>
      )}
      {allowed.release && (
        <MenuItem onSelect={() => void actions.release()} icon={<ListRestart />}>
          {t('inbox.release')}
        </MenuItem>
      )}
      {allowed.give && (
        <MenuItem onSelect={() => void actions.give()} icon={<Bot />}>
          {t('inbox.give')}
        </MenuItem>
      )}
      {allowed.reopen && (
        <MenuItem onSelect={() => void actions.reopen()} icon={<RotateCcw />}>
          {t('inbox.reopen')}
        </MenuItem>
      )}
      {allowed.close && (
        <MenuSub label={t('inbox.close')} icon={<Check />}>
          <CloseItems actions={actions} />
        </MenuSub>
      )}
    </Menu>
  );
}
