// A part of a screen that could not be shown: what happened, in the server's words where it has any, and a way to try again.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.tsx';

interface FailureProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  readonly actions?: ReactNode;
}

export function Failure({ error, retry, actions }: FailureProps): ReactNode {
  const { t } = useTranslation('common');
  const unreachable = kindOf(error) === 'unreachable';
  const title = unreachable ? t('server_unreachable') : t('something_failed');
  const text = unreachable
    ? t('server_unreachable_hint')
    : kindOf(error) === 'refused'
      ? messageOf(error)
      : t('something_failed_hint');
  return (
    <div role="alert">
      <EmptyState
        icon="triangle-alert"
        title={title}
        text={text}
        actions={
          <>
            {retry && <Button onClick={retry}>{t('try_again')}</Button>}
            {actions}
          </>
        }
      />
    </div>
  );
}

/** The typed client marks its errors; everything else is a fault of ours, whose words would help nobody. */
function kindOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'kind' in error ? error.kind : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
