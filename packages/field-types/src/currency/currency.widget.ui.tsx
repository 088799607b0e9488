// Edits an amount, and its currency where each record has its own.
import type { ReactNode } from 'react';
import { Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { currency } from './currency.ts';
import { currencySign } from '../ui/format.ts';
import { NumberWidget } from '../ui/number-widget.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const currencyWidget: WidgetSide<FieldOf<'currency'>, WireOf<'currency'>> = { Widget: CurrencyWidget };

function CurrencyWidget(props: WidgetProps<FieldOf<'currency'>, WireOf<'currency'>>): ReactNode {
  const { t } = useTranslation('fields');
  const screen = useFieldScreen();
  const companion = `${props.name}_currency`;
  const own = props.record?.[companion];
  const code = typeof own === 'string' ? own : (props.field.currency ?? screen.currency);
  const amount = (
    <NumberWidget
      {...props}
      type={currency}
      decimals={props.field.scale ?? 2}
      prefix={currencySign(screen.language, code)}
    />
  );
  if (!props.field.multi) return amount;
  return (
    <Space.Compact block>
      {amount}
      <Input
        aria-label={t('currency_code')}
        value={code}
        maxLength={3}
        style={{ width: 72 }}
        disabled={props.readOnly ?? false}
        onChange={(event) => props.onCompanion?.(companion, event.target.value.toUpperCase())}
      />
    </Space.Compact>
  );
}
