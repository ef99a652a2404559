import { consoleLocales, isWithin, localeNames, type Presence } from '@fairlead/contract';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, Languages, LogOut, Rows3, Settings, ShieldCheck, SunMoon } from 'lucide-react';
import { useLocale, useT } from '../i18n/i18n.tsx';
import { useMe } from '../session.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuSub } from '../ui/menu.tsx';
import { PresenceDot } from '../ui/presence-dot.tsx';
import { usePreference } from './preferences.ts';
import { useSetLocale, useSetPresence, useSignOut } from './use-me-actions.ts';

const presences: readonly Presence[] = ['online', 'away', 'offline'];

/** The agent's own menu: presence, appearance, settings, the way out. */
export function MeMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useT();
  const { agent } = useMe();
  const navigate = useNavigate();
  const setPresence = useSetPresence();
  const signOut = useSignOut();

  return (
    <Menu
      side="inline-end"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('shell.me.label', { name: agent.name, presence: t(`ui.presence.${agent.presence}`) })}
          className="grid size-10 place-items-center rounded-full hover:bg-hover data-popup-open:bg-hover max-sm:size-12"
        >
          <Avatar name={agent.name} hue={agent.avatarHue} presence={agent.presence} />
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="font-medium">{agent.name}</p>
        <p className="text-sm text-ink-3">{agent.email}</p>
      </div>
      <MenuSeparator />
      <MenuChoice
        label={t('shell.presence')}
        value={agent.presence}
        onChange={(presence) => setPresence.mutate(presence)}
        options={presences.map((value) => ({
          value,
          label: t(`ui.presence.${value}`),
          hint: t(`shell.presence.${value}.hint`),
          icon: <PresenceDot presence={value} />,
        }))}
      />
      {agent.presence === 'online' && agent.schedule && !isWithin(agent.schedule, new Date()) && (
        <p className="max-w-64 px-2 pb-2 text-sm text-ink-3">{t('shell.presence.off_duty')}</p>
      )}
      <MenuSeparator />
      <AppearanceMenus />
      <MenuSeparator />
      <MenuItem icon={<Settings />} onSelect={() => void navigate({ to: '/settings/profile' })}>
        {t('shell.me.profile')}
      </MenuItem>
      <MenuItem icon={<ShieldCheck />} onSelect={() => void navigate({ to: '/settings/security' })}>
        {t('shell.me.security')}
      </MenuItem>
      <MenuItem icon={<Keyboard />} shortcut="?" onSelect={onShortcuts}>
        {t('shell.shortcuts.open')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => signOut.mutate()}>
        {t('shell.me.sign_out')}
      </MenuItem>
    </Menu>
  );
}

function AppearanceMenus() {
  const t = useT();
  const [theme, setTheme] = usePreference('theme');
  const [density, setDensity] = usePreference('density');
  const { locale } = useLocale();
  const setLocale = useSetLocale();
  return (
    <>
      <MenuSub label={t('shell.theme')} icon={<SunMoon />}>
        <MenuChoice
          label={t('shell.theme')}
          value={theme}
          onChange={setTheme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`shell.theme.${value}`),
          }))}
        />
      </MenuSub>
      <MenuSub label={t('shell.density')} icon={<Rows3 />}>
        <MenuChoice
          label={t('shell.density')}
          value={density}
          onChange={setDensity}
          options={(['comfortable', 'compact'] as const).map((value) => ({
            value,
            label: t(`shell.density.${value}`),
          }))}
        />
      </MenuSub>
      <MenuSub label={t('shell.language')} icon={<Languages />}>
        <MenuChoice
          label={t('shell.language')}
          value={locale}
          onChange={(next) => setLocale.mutate(next)}
          options={consoleLocales.map((value) => ({ value, label: localeNames[value] }))}
        />
      </MenuSub>
    </>
  );
}
