// The box above the boxes: it selects everything that the list finds, loaded or not.
import type { ReactNode } from 'react';
import type { CustomHeaderProps } from 'ag-grid-react';
import { useTranslation } from 'react-i18next';
import styles from './select-all-head.module.css';

interface SelectAllHeadParams {
  readonly all: boolean;
  readonly some: boolean;
  onSelect(selection: { all: boolean; ids: readonly string[] }): void;
}

export function SelectAllHead({ all, some, onSelect }: CustomHeaderProps & SelectAllHeadParams): ReactNode {
  const { t } = useTranslation('list');
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={t('select_all')}
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = some && !all;
      }}
      onChange={() => onSelect({ all: !all && !some, ids: [] })}
    />
  );
}
