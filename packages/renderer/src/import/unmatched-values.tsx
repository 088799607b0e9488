// Texts of the file that are no option, or name no record: each is decided once, for all the rows that have it.
import { useState, type ReactNode } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordPicker } from '@trellis/field-types/ui/record-picker';
import type { PublishedField } from '@trellis/client/metadata';
import type { Reference } from '@trellis/field-types/ui/screen';
import { relatedEntity, useModel } from '../model.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportReport } from './import-report.ts';
import styles from './import.module.css';

interface UnmatchedValuesProps {
  readonly entity: string;
  readonly unmatched: ImportReport['unmatched'];
  readonly options: ImportOptions;
  decide(header: string, cell: string, instead: string | undefined): void;
}

export function UnmatchedValues({ entity, unmatched, options, decide }: UnmatchedValuesProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const headers = Object.entries(unmatched).filter(([, values]) => Object.keys(values).length > 0);
  if (headers.length === 0) return null;
  return (
    <section className={styles.errors} aria-label={t('unmatched')}>
      <h2>{t('unmatched')}</h2>
      <p className={styles.quiet}>{t('unmatched_hint')}</p>
      {headers.map(([header, values]) => {
        const field = model.field(entity, options.mapping[header] ?? '')?.field;
        return (
          <table key={header} className={styles.mapping}>
            <thead>
              <tr>
                <th scope="col">{header}</th>
                <th scope="col">{t('rows')}</th>
                <th scope="col">{t('means')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('leave_blank')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(values)
                .sort(([, a], [, b]) => b - a)
                .map(([cell, rows]) => (
                  <tr key={cell}>
                    <th scope="row">{cell}</th>
                    <td>{rows}</td>
                    <td>
                      {field && (
                        <Meaning
                          {...{ field, cell }}
                          instead={options.values[header]?.[cell]}
                          isMatched={options.match[header] !== undefined}
                          decide={(instead) => decide(header, cell, instead)}
                        />
                      )}
                    </td>
                    <td>
                      {options.values[header]?.[cell] !== '' && (
                        <Button size="small" type="text" onClick={() => decide(header, cell, '')}>
                          {t('leave_blank')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        );
      })}
    </section>
  );
}

interface MeaningProps {
  readonly field: PublishedField;
  readonly cell: string;
  readonly instead: string | undefined;
  /** The look-up's records are found by another field than their title, so an id would not be understood. */
  readonly isMatched: boolean;
  decide(instead: string | undefined): void;
}

function Meaning({ field, cell, instead, isMatched, decide }: MeaningProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const label = t('meaning_of', { cell });
  const target = relatedEntity(field);
  const [reference, setReference] = useState<Reference>();
  if (instead === '') return <Undo text={t('stays_blank')} undo={() => decide(undefined)} />;
  if (target === undefined) {
    return (
      <Select
        aria-label={label}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        placeholder={t('choose')}
        value={instead ?? null}
        onChange={(chosen) => decide(chosen ?? undefined)}
        options={model.options(field).map((option) => ({ value: option.value, label: model.label(option.label) }))}
      />
    );
  }
  const chosen = reference !== undefined && reference.id === instead ? [reference] : [];
  return (
    <RecordPicker
      id={`meaning_${cell}`}
      label={label}
      entity={target}
      values={chosen}
      readOnly={isMatched}
      onValues={([picked]) => {
        setReference(picked);
        decide(picked?.id);
      }}
    />
  );
}

function Undo({ text, undo }: { readonly text: string; undo(): void }): ReactNode {
  const { t } = useTranslation('import');
  return (
    <span className={styles.quiet}>
      {text}{' '}
      <Button size="small" type="link" onClick={undo}>
        {t('undo')}
      </Button>
    </span>
  );
}
