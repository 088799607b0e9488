// Short messages at the foot of the page, read out by screen readers, with one action: Undo for ten seconds instead of a question before.
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import styles from './toaster.module.css';

export interface Toast {
  readonly text: string;
  readonly tone?: 'info' | 'success' | 'danger';
  readonly action?: { readonly label: string; run(): void };
  readonly seconds?: number;
}

interface Toaster {
  show(toast: Toast): void;
}

type Shown = Toast & { readonly key: number };

const ToasterContext = createContext<Toaster | null>(null);

export function useToast(): Toaster {
  const toaster = use(ToasterContext);
  if (!toaster) throw new Error('useToast outside of ToastProvider');
  return toaster;
}

export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const nextKey = useRef(1);

  const dismiss = useCallback((key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)), []);
  const show = useCallback(
    (toast: Toast) => {
      const key = nextKey.current++;
      setToasts((all) => [...all.slice(-2), { ...toast, key }]);
      window.setTimeout(() => dismiss(key), 1000 * (toast.seconds ?? (toast.action ? 10 : 5)));
    },
    [dismiss],
  );
  const toaster = useMemo(() => ({ show }), [show]);

  return (
    <ToasterContext value={toaster}>
      {children}
      <div className={styles['stack']} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.key} toast={toast} dismiss={() => dismiss(toast.key)} />
        ))}
      </div>
    </ToasterContext>
  );
}

const icons = { info: 'info', success: 'circle-check', danger: 'circle-alert' } as const;

function ToastCard({ toast, dismiss }: { toast: Toast; dismiss(): void }): ReactNode {
  const { t } = useTranslation('common');
  const tone = toast.tone ?? 'info';
  return (
    <div className={styles['toast']} data-tone={tone}>
      <Icon name={icons[tone]} className={styles['icon']} />
      <span className={styles['text']}>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className={styles['action']}
          onClick={() => {
            toast.action?.run();
            dismiss();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className={styles['close']} onClick={dismiss} aria-label={t('close')}>
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}
