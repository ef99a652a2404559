import { Menu as Base } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

const item =
  'flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 text-base text-ink outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0';

interface MenuProps {
  /** The button that opens it; it must take a ref and props. */
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right' | 'inline-end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A list of actions behind a button. Fill it with the Menu* parts below. */
export function Menu({ trigger, children, align = 'start', side = 'bottom', open, onOpenChange }: MenuProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <MenuPopup align={align} side={side}>
        {children}
      </MenuPopup>
    </Base.Root>
  );
}

function MenuPopup({ children, ...place }: Pick<MenuProps, 'align' | 'side' | 'children'>) {
  return (
    <Base.Portal>
      <Base.Positioner className="z-50 outline-none" sideOffset={4} collisionPadding={8} {...place}>
        <Base.Popup className="pop-motion max-h-(--available-height) min-w-48 overflow-y-auto rounded-lg bg-raised p-1 text-ink shadow-pop outline-none">
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  children: ReactNode;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
}

/** One action. */
export function MenuItem({ onSelect, children, icon, shortcut, danger, disabled = false }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={cx(item, danger && 'text-danger-text')}>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </Base.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; hint?: string; icon?: ReactNode }[];
}

/** One of several, with a tick at the one in force; `hint` says what it means. */
export function MenuChoice<T extends string>({ label, value, onChange, options }: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-3">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: T) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={item} closeOnClick>
            {option.icon}
            <span className="flex-1">
              {option.label}
              {option.hint && <span className="block text-xs text-ink-3">{option.hint}</span>}
            </span>
            <Base.RadioItemIndicator className="text-accent-text">
              <Check />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** A menu within the menu. */
export function MenuSub({ label, icon, children }: { label: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={item}>
        {icon}
        <span className="flex-1">{label}</span>
        <ChevronRight className="text-ink-3 rtl:-scale-x-100" />
      </Base.SubmenuTrigger>
      <MenuPopup align="start" side="inline-end">
        {children}
      </MenuPopup>
    </Base.SubmenuRoot>
  );
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}
