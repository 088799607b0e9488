// A box that offers names of the model by their labels; typing finds one.
import type { ReactNode } from 'react';
import { Select } from 'antd';

export interface Named {
  readonly value: string;
  readonly label: string;
}

interface NameSelectProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly status?: 'error';
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly value: string | undefined;
  readonly options: readonly Named[];
  change(value: string | undefined): void;
}

export function NameSelect({ value, options, change, ...props }: NameSelectProps): ReactNode {
  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      value={value ?? null}
      options={[...options]}
      onChange={(chosen) => change(chosen ?? undefined)}
    />
  );
}
