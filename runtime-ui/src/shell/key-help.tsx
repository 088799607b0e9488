// The keys that the product knows, on one sheet.
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { modKey } from '@trellis/ui/keys';
import { ToolButton } from '@trellis/ui/tool-button';
import styles from './key-help.module.css';

export function KeyHelp({ close }: { close(): void }): ReactNode {
  const { t } = useTranslation(['shell', 'common']);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const parts = [
    {
      title: t('keys_everywhere'),
      rows: [
        [[modKey, 'K'], t('key_palette')],
        [['?'], t('key_help')],
        [['Esc'], t('key_escape')],
      ],
    },
    {
      title: t('keys_list'),
      rows: [
        [['/'], t('key_search')],
        [['C'], t('key_create')],
        [['↑', '↓', '←', '→'], t('key_move')],
        [['↵'], t('key_edit_cell')],
        [[modKey, '↵'], t('key_open')],
        [[t('key_space')], t('key_select')],
      ],
    },
    {
      title: t('keys_record'),
      rows: [
        [['E'], t('key_edit')],
        [[modKey, '↵'], t('key_save')],
        [['N'], t('key_follow_up')],
      ],
    },
    { title: t('keys_board'), rows: [[[t('key_space'), '←', '→'], t('key_board')]] },
  ] as const;
  return (
    <dialog
      ref={dialog}
      className={styles.help}
      aria-labelledby="keys-title"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id="keys-title" className={styles.title}>
            {t('keys')}
          </h2>
          <ToolButton icon="x" aria-label={t('common:close')} onClick={close} />
        </header>
        {parts.map((part) => (
          <section key={part.title}>
            <h3 className={styles.part}>{part.title}</h3>
            <dl>
              {part.rows.map(([keys, what]) => (
                <div key={what} className={styles.row}>
                  <dt>{what}</dt>
                  <dd className={styles.keys}>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
