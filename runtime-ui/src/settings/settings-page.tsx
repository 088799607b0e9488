// A user's own settings: name, language, time zone; theme of this browser. Each is kept as soon as it is chosen.
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from '@trellis/renderer/client';
import { useModel } from '@trellis/renderer/model';
import { Choice } from '@trellis/ui/choice';
import { languageNames, languages, type Language } from '@trellis/ui/language';
import { TextField } from '@trellis/ui/text-field';
import { useAppearance } from '@trellis/ui/theme';
import { useToast } from '@trellis/ui/toast';
import { useTitle } from '@trellis/ui/use-title';
import { useOwnLanguage } from './use-own-language.ts';
import styles from './settings-page.module.css';

export function SettingsPage(): ReactNode {
  const { t } = useTranslation('settings');
  const { me, timeZone } = useModel();
  useTitle(t('settings'));
  const { choice, choose } = useAppearance();
  const language = useOwnLanguage();
  const save = useSaveMe();
  const [name, setName] = useState(me.user.name);
  const current = languages.find((known) => known === language.current) ?? 'en';
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('settings')}</h1>
      <section className={styles.part} aria-labelledby="profile">
        <h2 id="profile" className={styles.heading}>
          {t('profile')}
        </h2>
        <form
          className={styles.name}
          onSubmit={(event) => {
            event.preventDefault();
            void save({ name: name.trim() });
          }}
        >
          <TextField label={t('name')} value={name} onChange={setName} autoComplete="name" maxLength={200} />
          <Button htmlType="submit" disabled={name.trim() === '' || name.trim() === me.user.name}>
            {t('save_name')}
          </Button>
        </form>
        <Row label={t('email')}>{me.user.email}</Row>
      </section>
      <section className={styles.part} aria-labelledby="appearance">
        <h2 id="appearance" className={styles.heading}>
          {t('appearance')}
        </h2>
        <Row label={t('theme')} hint={t('theme_hint')}>
          <Choice
            label={t('theme')}
            value={choice}
            onChange={choose}
            options={[
              { value: 'system', label: t('theme_system'), icon: 'monitor' },
              { value: 'light', label: t('theme_light'), icon: 'sun' },
              { value: 'dark', label: t('theme_dark'), icon: 'moon' },
            ]}
          />
        </Row>
      </section>
      <section className={styles.part} aria-labelledby="region">
        <h2 id="region" className={styles.heading}>
          {t('region')}
        </h2>
        <Row label={t('language')}>
          <Choice<Language>
            label={t('language')}
            value={current}
            options={languages.map((known) => ({ value: known, label: languageNames[known] }))}
            onChange={(next) => void language.choose(next)}
          />
        </Row>
        <Row label={t('time_zone')} hint={t('time_zone_hint')}>
          <Select
            aria-label={t('time_zone')}
            showSearch
            value={timeZone}
            style={{ width: 240 }}
            options={Intl.supportedValuesOf('timeZone').map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
            onChange={(zone) => void save({ time_zone: zone })}
          />
        </Row>
      </section>
    </div>
  );
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles.row}>
      <div>
        <div className={styles.label}>{label}</div>
        {hint && <div className={styles.hint}>{hint}</div>}
      </div>
      <div>{children}</div>
    </div>
  );
}

function useSaveMe(): (changes: { name?: string; time_zone?: string }) => Promise<void> {
  const { t } = useTranslation('settings');
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  return async (changes) => {
    try {
      await client.changeMe(changes);
      await queries.invalidateQueries({ queryKey: ['me'] });
      toast.show({ text: t('saved'), tone: 'success' });
    } catch (error) {
      toast.show({ text: error instanceof Error ? error.message : t('not_saved'), tone: 'danger' });
    }
  };
}
