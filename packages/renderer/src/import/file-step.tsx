// Takes the file: dropped, or chosen.
import { useState, type DragEvent, type ReactNode } from 'react';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import styles from './import.module.css';

export function FileStep({ busy, open }: { readonly busy: boolean; open(file: File): void }): ReactNode {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) open(file);
  };
  return (
    <label
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="visually-hidden"
        accept=".csv,.tsv,.txt,text/csv"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) open(file);
          event.target.value = '';
        }}
      />
      {busy ? <Spin /> : <Icon name="upload" size={28} />}
      <strong>{busy ? t('reading_file') : t('drop_here')}</strong>
      <span>{t('file_hint')}</span>
    </label>
  );
}
