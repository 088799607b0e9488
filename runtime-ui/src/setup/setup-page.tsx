// The first start: language, administrator, template, sample data. Answered once; afterwards the product opens.
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useRouteContext } from '@tanstack/react-router';
import { Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasStatus, problemOf } from '@trellis/client/problem';
import type { SetupTemplate } from '@trellis/client/wire';
import { Failure } from '@trellis/ui/failure';
import { Logo } from '@trellis/ui/logo';
import { TextField } from '@trellis/ui/text-field';
import { PagePending } from '../app/page-pending.tsx';
import { LanguageSwitch } from '../login/language-switch.tsx';
import { checkAdmin, passwordLength, type Admin } from './admin.ts';
import { TemplateChoice } from './template-choice.tsx';
import styles from './setup-page.module.css';

const nobody: Admin = { name: '', email: '', password: '' };

export function SetupPage(): ReactNode {
  const { t, i18n } = useTranslation('setup');
  const { client, queries } = useRouteContext({ from: '__root__' });
  const navigate = useNavigate();
  const questions = useQuery({ queryKey: ['setup'], queryFn: () => client.setup.questions(), staleTime: Infinity });
  const form = useRef<HTMLFormElement>(null);
  const [admin, setAdmin] = useState<Admin>(nobody);
  const [chosen, setChosen] = useState<string>();
  const [sampleData, setSampleData] = useState(true);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  // Earlier than the rendering that disables the form.
  const isSent = useRef(false);
  const [failure, setFailure] = useState<unknown>();

  if (hasStatus(questions.error, 404)) return <Navigate to="/" replace />;
  if (questions.error) return <Failure error={questions.error} retry={() => void questions.refetch()} />;
  if (!questions.data) return <PagePending />;

  const templates = inOrder(questions.data.templates);
  const template = chosen ?? templates[0]?.name ?? '';
  const withSamples = sampleData && hasSamples(template);
  const wrong = checkAdmin(admin);
  const messageOf = (field: keyof Admin): string | undefined => {
    const server = problemOf(failure)?.errors.find(({ path }) => path.endsWith(`/${field}`))?.message;
    if (server !== undefined) return server;
    const code = asked ? wrong[field] : undefined;
    return code && t(code, { count: passwordLength });
  };
  const set = (field: keyof Admin) => (value: string) => {
    setFailure(undefined);
    setAdmin({ ...admin, [field]: value });
  };
  const answer = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    flushSync(() => setAsked(true));
    if (Object.keys(wrong).length > 0)
      return form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (isSent.current) return;
    isSent.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await client.setup.answer({ language: i18n.language, admin, template, sample_data: withSamples });
      queries.clear();
      await navigate({ to: '/' });
    } catch (error) {
      setFailure(error);
      isSent.current = false;
      setBusy(false);
    }
  };
  const problem = problemOf(failure);
  return (
    <main className={styles.page}>
      <form ref={form} className={styles.card} onSubmit={(event) => void answer(event)} noValidate>
        <header className={styles.header}>
          <Logo size={36} />
          <div className={styles.words}>
            <h1 className={styles.title}>{t('setup_title')}</h1>
            <p className={styles.intro}>{t('setup_intro')}</p>
          </div>
          <LanguageSwitch />
        </header>
        <fieldset className={styles.part} disabled={busy}>
          <legend className={styles.legend}>{t('administrator')}</legend>
          <p className={styles.hint}>{t('administrator_hint')}</p>
          <div className={styles.fields}>
            <TextField
              label={t('name')}
              autoComplete="name"
              autoFocus
              value={admin.name}
              onChange={set('name')}
              error={messageOf('name')}
            />
            <TextField
              label={t('email')}
              type="email"
              autoComplete="username"
              value={admin.email}
              onChange={set('email')}
              error={messageOf('email')}
            />
            <div className={styles.wide}>
              <TextField
                label={t('password')}
                type="password"
                autoComplete="new-password"
                value={admin.password}
                onChange={set('password')}
                hint={t('password_hint', { count: passwordLength })}
                error={messageOf('password')}
              />
            </div>
          </div>
        </fieldset>
        <TemplateChoice templates={templates} value={template} disabled={busy} onChange={setChosen} />
        {hasSamples(template) && (
          <label className={styles.sample}>
            <Switch checked={sampleData} onChange={setSampleData} disabled={busy} />
            <span>
              <b>{t('sample_data')}</b>
              <span className={styles.hint}>{t('sample_data_hint')}</span>
            </span>
          </label>
        )}
        {failure !== undefined && (
          <p className={styles.failure} role="alert">
            {problem?.detail ?? problem?.errors[0]?.message ?? (failure instanceof Error ? failure.message : '')}
          </p>
        )}
        <footer className={styles.footer}>
          <span className={styles.progress} role="status">
            {busy && (withSamples ? t('creating_sample_data') : t('creating'))}
          </span>
          <Button type="primary" htmlType="submit" size="large" loading={busy}>
            {t('create_workspace')}
          </Button>
        </footer>
      </form>
    </main>
  );
}

/** Most people want to see something first: the empty template comes last. */
function inOrder(templates: readonly SetupTemplate[]): readonly SetupTemplate[] {
  return templates.toSorted((a, b) => Number(hasSamples(b.name)) - Number(hasSamples(a.name)));
}

/** The empty template has no entities, and so nothing to fill them with. */
function hasSamples(template: string): boolean {
  return template !== 'blank';
}
