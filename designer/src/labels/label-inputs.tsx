// The label of something in both languages, the reader's own first. One of them is enough, so that neither is marked as required.
import type { ReactNode } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { Labelled } from '../fields/labelled.tsx';
import type { Bilingual } from './bilingual.ts';

interface LabelInputsProps {
  readonly value: Bilingual;
  readonly error: string;
  readonly placeholder?: string;
  onChange(value: Bilingual): void;
}

export function LabelInputs({ value, error, placeholder = '', onChange }: LabelInputsProps): ReactNode {
  const { t } = useTranslation('designer');
  const { language } = useModel();
  const order = language.startsWith('zh') ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return order.map((each, index) => (
    <Labelled
      key={each}
      label={t(`label_${each}`)}
      help={index === 0 ? t('label_one_is_enough') : ''}
      error={index === 0 ? error : ''}
    >
      {(props) => (
        <Input
          {...props}
          autoFocus={index === 0}
          placeholder={index === 0 ? placeholder : ''}
          value={value[each]}
          onChange={(event) => onChange({ ...value, [each]: event.target.value })}
        />
      )}
    </Labelled>
  ));
}
