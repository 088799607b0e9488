// Numbers of every kind: typed as text, read by their type, digits at the end where a column of them is compared.
import type { ReactNode } from 'react';
import type { Normalized, TextContext } from '../contract.ts';
import type { WidgetProps } from './contract.ts';
import { formatNumber } from './format.ts';
import { ParsedInput } from './parsed-input.tsx';
import { useFieldScreen } from './screen.ts';

interface NumberWidgetProps<Field, Wire> extends WidgetProps<Field, Wire> {
  readonly type: {
    parse(text: string, field: Field, context: TextContext): Normalized<Wire>;
    format(value: Wire, field: Field, context: TextContext): string;
  };
  readonly decimals: number;
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
}

export function NumberWidget<Field extends object, Wire extends number | string>(
  props: NumberWidgetProps<Field, Wire>,
): ReactNode {
  const { decimals, ...rest } = props;
  const { language } = useFieldScreen();
  return (
    <ParsedInput
      {...rest}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      shown={(value) => formatNumber(value, language, { maximumFractionDigits: decimals })}
    />
  );
}
