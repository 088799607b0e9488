// Logging in. What fails says so beside the fields, and keeps what was typed.
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasStatus, problemOf } from '@trellis/client/problem';
import { Logo } from '@trellis/ui/logo';
import { TextField } from '@trellis/ui/text-field';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './login-page.module.css';

export function LoginPage(): ReactNode {
  const { t } = useTranslation(['setup', 'common']);
  const { client, queries } = useRouteContext({ from: '__root__' });
  const navigate = useNavigate();
  const { to, why } = useSearch({ from: '/login' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const logIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await client.login({ email: email.trim(), password });
      queries.clear();
      await navigate({ href: ownAddress(to) });
    } catch (error) {
      setFailure(
        hasStatus(error, 429)
          ? t('too_many_attempts')
          : hasStatus(error, 401)
            ? t('log_in_failed')
            : reasonOf(error, t('common:server_unreachable')),
      );
      setBusy(false);
    }
  };
  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <LanguageSwitch />
      </div>
      <form className={styles.card} onSubmit={(event) => void logIn(event)} noValidate>
        <Logo size={40} />
        <h1 className={styles.title}>{t('log_in_title')}</h1>
        {why === 'ended' && (
          <p className={styles.notice} role="status">
            {t('session_ended')}
          </p>
        )}
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {failure !== undefined && (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {t('log_in')}
        </Button>
      </form>
    </main>
  );
}

/** Back to where the log-in was asked for, and never to another site. */
function ownAddress(to: string | undefined): string {
  return to !== undefined && to.startsWith('/') && !to.startsWith('//') ? to : '/';
}

function reasonOf(error: unknown, otherwise: string): string {
  const problem = problemOf(error);
  return problem?.detail ?? problem?.title ?? otherwise;
}
