// One column of a file and the field that it fills.
import type { ReactNode } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '@trellis/client/wire';
import { useModel } from '../model.ts';
import { matchFields, type ImportField } from './import-fields.ts';
import { withMapping, withMatch, type ImportOptions } from './import-options.ts';
import table from './import-table.module.css';

interface MappingRowProps {
  readonly entity: string;
  readonly header: ImportInspection['headers'][number];
  readonly fields: readonly ImportField[];
  readonly options: ImportOptions;
  change(options: ImportOptions): void;
}

export function MappingRow({
  entity,
  header: { header, samples },
  fields,
  options,
  change,
}: MappingRowProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const path = options.mapping[header] ?? null;
  const field = path === null ? undefined : model.field(entity, path.split('.')[0] ?? '')?.field;
  const matches = field ? matchFields(model, field) : [];
  const title = matches.find((match) => match.path === titleOf());
  return (
    <tr data-left-out={path === null}>
      <th scope="row">{header}</th>
      <td className={table.samples}>
        {samples
          .filter((sample) => sample !== '')
          .slice(0, 3)
          .join(' · ')}
      </td>
      <td>
        <Select
          aria-label={t('field_for', { header })}
          value={path}
          onChange={(chosen) => change(withMapping(options, header, chosen ?? null))}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('left_out')}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
          options={fields.map((choice) => ({
            value: choice.path,
            label: choice.required ? `${choice.label} *` : choice.label,
          }))}
        />
      </td>
      <td data-label={t('found_by')}>
        {matches.length > 1 && (
          <Select
            aria-label={t('match_for', { header })}
            value={options.match[header] ?? title?.path}
            onChange={(chosen) => change(withMatch(options, header, chosen === title?.path ? undefined : chosen))}
            popupMatchSelectWidth={false}
            style={{ width: '100%' }}
            options={matches.map((choice) => ({ value: choice.path, label: choice.label }))}
          />
        )}
        {matches.length === 1 && <span>{matches[0]?.label}</span>}
      </td>
    </tr>
  );

  function titleOf(): string | undefined {
    const target = field && 'entity' in field ? field.entity : field?.type;
    return target === undefined ? undefined : model.entity(target)?.title;
  }
}
