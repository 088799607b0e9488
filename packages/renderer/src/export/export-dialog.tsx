// Taking a list out as a file: what will be in it, and with which columns.
import { useState, type ReactNode } from 'react';
import { Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToast } from '@trellis/ui/toast';
import type { Column } from '../list/columns.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';
import { useModel } from '../model.ts';
import { exportedPaths, type ExportedColumns } from './exported-paths.ts';
import { useExport } from './use-export.ts';
import styles from './export-dialog.module.css';

interface ExportDialogProps {
  readonly entity: string;
  /** What the list asks for. */
  readonly query: ListQuery;
  readonly columns: readonly Column[];
  readonly count: RowCount | undefined;
  close(): void;
}

const choices: readonly ExportedColumns[] = ['list', 'all'];

export function ExportDialog({ entity, query, columns, count, close }: ExportDialogProps): ReactNode {
  const { t } = useTranslation(['list', 'common']);
  const model = useModel();
  const toast = useToast();
  const { state, run } = useExport(entity);
  const [chosen, setChosen] = useState<ExportedColumns>('list');
  const paths = exportedPaths(model, entity, columns);
  const number = (value: number): string => new Intl.NumberFormat(model.language).format(value);
  const running = state.kind === 'running';

  const start = async (): Promise<void> => {
    const name = await run({ ...query, select: paths[chosen] });
    if (name === null) return;
    toast.show({ text: t('export_done', { name }), tone: 'success' });
    close();
  };
  return (
    <Modal
      open
      width={440}
      title={t('export_of', { entities: model.many(entity) })}
      okText={t('export')}
      cancelText={t('common:cancel')}
      // With `confirmLoading`, nothing would be cancelled any more.
      okButtonProps={{ loading: running }}
      mask={{ closable: !running }}
      classNames={{ footer: styles.buttons ?? '' }}
      onOk={() => void start()}
      onCancel={close}
    >
      <p className={styles.about}>
        {count && !count.capped
          ? t('export_what', { count: count.count, number: number(count.count) })
          : t('export_everything')}
      </p>
      <Radio.Group
        className={styles.choices ?? ''}
        aria-label={t('columns')}
        disabled={running}
        value={chosen}
        onChange={(event) => setChosen(event.target.value as ExportedColumns)}
        options={choices.map((choice) => ({
          value: choice,
          label: t(`export_columns_${choice}`, { count: paths[choice].length }),
        }))}
      />
      <p className={styles.hint}>{t('export_format')}</p>
      <p className={styles.state} role="status" hidden={state.kind === 'failed'}>
        {running && state.bytes > 0 && t('export_received', { size: sizeText(state.bytes, model.language) })}
      </p>
      {state.kind === 'failed' && (
        <p className={styles.failure} role="alert">
          {state.message}
        </p>
      )}
    </Modal>
  );
}

function sizeText(bytes: number, language: string): string {
  const amount = (size: number, unit: 'kilobyte' | 'megabyte', digits: number): string =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(size);
  return bytes < 1e6 ? amount(Math.ceil(bytes / 1e3), 'kilobyte', 0) : amount(bytes / 1e6, 'megabyte', 1);
}
