// What a computed field comes to, below its options: the sentence, the type of its value, when it is worked out, and what forbids it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgedField } from '@trellis/metadata/judge-field';
import type { ComputedField } from '@trellis/metadata/value-field';
import { Icon } from '@trellis/ui/icon';
import { useDraftModel } from '../draft/use-draft-model.ts';
import { typeIcon } from '../fields/type-icons.ts';
import { useTypeLabel } from '../fields/use-type-label.ts';
import styles from './computed.module.css';
import { useComputedWords } from './use-computed-words.ts';

interface ComputedSummaryProps {
  readonly entity: string;
  readonly field: ComputedField;
  readonly judged: JudgedField;
  /** What it will be called, in the way of a circle. */
  readonly label: string;
  readonly name: string;
}

export function ComputedSummary({ entity, field, judged, label, name }: ComputedSummaryProps): ReactNode {
  const { t } = useTranslation('designer');
  const typeLabel = useTypeLabel();
  const words = useComputedWords();
  const model = useDraftModel();
  const { result, circle } = judged;
  const way = circle?.map((place) => {
    const isItself = place.entity === entity && place.field === name;
    return `${model.one(place.entity)} › ${isItself && label !== '' ? label : model.fieldLabel(place.entity, place.field)}`;
  });
  return (
    <section className={styles.summary} aria-label={t('works_as')}>
      <p className={styles.sentence}>{words(entity, field)}</p>
      {result && (
        <p className={styles.result}>
          <Icon name={typeIcon(result.type)} size={14} />
          {t('result_is', { type: typeLabel(result.type) })}
        </p>
      )}
      {way ? (
        <p role="alert">{t('in_circle', { way: way.join(' → ') })}</p>
      ) : (
        result && <p>{t(whenText(field, judged))}</p>
      )}
      {'from' in field && field.counts !== 'all' && !way && <p>{t('seen_only')}</p>}
    </section>
  );
}

function whenText(field: ComputedField, { isKept }: JudgedField) {
  if (isKept) return 'kept';
  return 'below' in field && field.below !== undefined ? 'read_below' : whenRead[field.type];
}

const whenRead = { formula: 'read_formula', looked_up: 'read_looked_up', rollup: 'read_wider' } as const satisfies {
  readonly [name in ComputedField['type']]: string;
};
