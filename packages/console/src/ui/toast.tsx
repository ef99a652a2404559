import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { useErrorText } from '../i18n/use-error-text.ts';
import { IconButton } from './icon-button.tsx';
import { UndoStack } from './undo-stack.ts';

type ToastTone = 'neutral' | 'success' | 'danger';

interface ToastOptions {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** One thing to do about it; pressing it closes the toast. One that `undoes` is on the key of undoing, too. */
  action?: { label: string; run: () => void; undoes?: boolean };
  /** Milliseconds on screen (5,000); 0 keeps it until closed. */
  duration?: number;
  /** Showing another with the same id replaces this one. */
  id?: string;
}

interface Toasts {
  /** Shows a toast and returns its id. */
  show: (options: ToastOptions) => string;
  /** Shows why something failed. */
  error: (error: unknown) => void;
  close: (id: string) => void;
}

const manager = Base.createToastManager();
const undos = new UndoStack();

/** Undoes what the newest toast on screen offers to undo, if any does. */
export function undoNewest(): void {
  undos.undo();
}

/** The way to say something in passing. */
export function useToast(): Toasts {
  const errorText = useErrorText();
  return useMemo(() => {
    const show = ({ title, description, tone = 'neutral', action, duration = 5000, id }: ToastOptions) => {
      const toastId = id ?? crypto.randomUUID();
      const act = () => {
        manager.close(toastId);
        action?.run();
      };
      if (action?.undoes) undos.add(toastId, act);
      else undos.drop(toastId);
      return manager.add({
        id: toastId,
        title,
        description,
        type: tone,
        timeout: duration,
        priority: tone === 'danger' ? 'high' : 'low',
        onClose: () => undos.drop(toastId),
        actionProps: action && { children: action.label, onClick: act },
      });
    };
    return {
      show,
      error: (error) => void show({ title: errorText(error), tone: 'danger', duration: 8000 }),
      close: (id) => manager.close(id),
    };
  }, [errorText]);
}

/** Holds the toasts of the application; stands once around it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <ToastList />
      </Base.Portal>
    </Base.Provider>
  );
}

const icons: Record<ToastTone, ReactNode> = {
  neutral: <Info className="text-ink-3" />,
  success: <CircleCheck className="text-success-text" />,
  danger: <CircleAlert className="text-danger-text" />,
};

function ToastList() {
  const t = useT();
  const { toasts } = Base.useToastManager();
  return (
    // Beside the rail, or at the upper edge of a phone: not over what is being written.
    <Base.Viewport className="pointer-events-none fixed inset-x-3 bottom-3 z-60 flex flex-col items-start gap-2 max-sm:top-3 max-sm:bottom-auto sm:start-17">
      {toasts.map((toast) => (
        <Base.Root
          key={toast.id}
          toast={toast}
          swipeDirection={['up', 'down', 'left', 'right']}
          className="pop-motion pointer-events-auto flex w-full items-start gap-2.5 rounded-lg bg-raised py-2 ps-3 pe-1.5 text-ink sm:max-w-80 shadow-pop data-limited:hidden [&_svg]:size-4"
        >
          <Base.Content className="flex min-w-0 flex-1 items-start gap-2.5">
            <span className="mt-1.5 shrink-0">{icons[(toast.type as ToastTone) ?? 'neutral']}</span>
            <span className="min-w-0 flex-1 py-1">
              <Base.Title className="font-medium" />
              <Base.Description className="line-clamp-3 text-sm [overflow-wrap:anywhere] text-ink-2" />
            </span>
            {toast.actionProps && (
              <Base.Action className="h-7 shrink-0 rounded-md px-2 font-semibold text-accent-text hover:bg-hover pointer-coarse:h-10" />
            )}
            <Base.Close render={<IconButton size="sm" label={t('ui.close')} icon={<X />} side="top" />} />
          </Base.Content>
        </Base.Root>
      ))}
    </Base.Viewport>
  );
}
