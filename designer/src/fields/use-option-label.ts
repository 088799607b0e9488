// What the members of the types' options are called, and the constants that they may be.
import { useTranslation } from 'react-i18next';
import { useTypeLabel } from './use-type-label.ts';

const options = [
  'max_length',
  'min_length',
  'pattern',
  'format',
  'precision',
  'scale',
  'min',
  'max',
  'currency',
  'multi',
  'options',
  'max_items',
  'entity',
  'entities',
  'parent_field',
  'on_delete',
  'country',
  'multiple',
  'max_size',
  'accept',
  'start',
  'returns',
  'expression',
  'from',
  'via',
  'function',
  'field',
  'order_by',
  'below',
  'counts',
] as const;
const choices = [
  'restrict',
  'clear',
  'cascade',
  'cn_id_card',
  'cn_uscc',
  'bank_card',
  'iban',
  'vat',
  'ean13',
  'ean8',
  'upca',
  'code128',
  'qr',
] as const;

export function useOptionLabel(): (option: string) => string {
  const { t } = useTranslation('designer');
  return (option) => {
    const known = options.find((name) => name === option);
    return known ? t(`option_${known}`) : option;
  };
}

export function useChoiceLabel(): (choice: string) => string {
  const { t } = useTranslation('designer');
  const typeLabel = useTypeLabel();
  return (choice) => {
    const known = choices.find((name) => name === choice);
    return known ? t(`choice_${known}`) : typeLabel(choice);
  };
}
