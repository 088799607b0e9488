// One entry of a timeline: a dated record with its kind, words and author, or a change of fields.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { Cell, isBlank } from '@trellis/field-types/ui';
import { formatDate, formatInstant } from '@trellis/field-types/ui/format';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { OverdueMark } from '../overdue/overdue-mark.tsx';
import { Changes } from './changes.tsx';
import { usePeek } from './peek-context.ts';
import type { TimelineEntry } from './timeline-entries.ts';
import type { TimelineBlock } from './timeline-block.ts';
import styles from './timeline.module.css';

interface TimelineItemProps {
  readonly entry: TimelineEntry;
  readonly block: TimelineBlock;
  /** The entity whose timeline it is. */
  readonly entity: string;
  readonly overdue: boolean;
}

export function TimelineItem({ entry, block, entity, overdue }: TimelineItemProps): ReactNode {
  const { t } = useTranslation('record');
  const { language, timeZone } = useModel();
  const time = entry.at.length === 10 ? formatDate(entry.at, language) : formatInstant(entry.at, language, timeZone);
  if (entry.kind === 'record') return <DatedRecord {...{ block, time, overdue }} record={entry.record} />;
  const { by, action, changes } = entry.entry;
  return (
    <li data-kind="change">
      <span className={styles.mark}>
        <Icon name={action === 'create' ? 'plus' : 'pencil'} size={12} />
      </span>
      <div>
        <p className={styles.head}>
          <strong>{by?.title ?? t('system')}</strong> {t(`did_${action}`)}
          <time>{time}</time>
        </p>
        {action === 'update' && <Changes entity={entity} changes={changes} />}
      </div>
    </li>
  );
}

interface DatedRecordProps {
  readonly block: TimelineBlock;
  readonly record: RecordRow;
  readonly time: string;
  readonly overdue: boolean;
}

function DatedRecord({ block, record, time, overdue }: DatedRecordProps): ReactNode {
  const model = useModel();
  const navigation = useNavigation();
  const peek = usePeek();
  const cell = (name: string | undefined, density: 'line' | 'full'): ReactNode => {
    const at = name === undefined ? undefined : model.field(block.entity, name);
    if (!at || name === undefined || isBlank(record[name])) return null;
    return <Cell field={at.field} name={name} value={record[name]} record={record} density={density} />;
  };
  const author = record['owner'] ?? record['created_by'];
  return (
    <li data-kind="record">
      <span className={styles.mark}>
        <Icon name={model.entity(block.entity)?.icon} size={12} />
      </span>
      <div>
        <p className={styles.head}>
          {cell(block.kind, 'line')}
          <a
            href={navigation.hrefOf({ to: 'record', entity: block.entity, id: record.id })}
            onClick={peek.onLink(block.entity, record.id)}
          >
            {model.title(block.entity, record) || model.one(block.entity)}
          </a>
          <time>{overdue ? <OverdueMark>{time}</OverdueMark> : time}</time>
          {isTitled(author) && <span className={styles.author}>{author.title}</span>}
        </p>
        <div className={styles.body}>{cell(block.body, 'full')}</div>
      </div>
    </li>
  );
}

function isTitled(value: unknown): value is { readonly title: string } {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}
