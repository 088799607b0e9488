// A record on a board: title, the view's card fields, whose it is, and how long it has been there.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import type { View } from '@trellis/metadata/kinds';
import { cellOf, isBlank } from '@trellis/field-types/ui';
import { formatInstant } from '@trellis/field-types/ui/format';
import { Avatar } from '@trellis/ui/avatar';
import { valueAt } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import { RecordValue } from '../record/record-value.tsx';
import { RecordTitle } from '../table/record-title.tsx';
import { ageOf } from './age.ts';
import styles from './board.module.css';

interface BoardCardProps {
  readonly view: View;
  readonly card: RecordRow;
  /** In the hand: above everything, slightly turned. */
  readonly held?: boolean;
}

export function BoardCard({ view, card, held = false }: BoardCardProps): ReactNode {
  const model = useModel();
  const fields = (view.board?.card ?? []).flatMap((path) => {
    const at = model.field(view.entity, path);
    return at && path !== 'owner' && !isBlank(valueAt(card, path)) ? [{ path, ...at }] : [];
  });
  const owner = titleOf(card['owner']);
  const created = typeof card['created_at'] === 'string' ? card['created_at'] : undefined;
  return (
    <article className={styles.card} data-held={held}>
      <div className={styles.title}>
        <RecordTitle entity={view.entity} record={card} />
      </div>
      <div className={styles.values}>
        {fields.map(({ path, field }) => (
          <div
            key={path}
            className={styles.value}
            data-short={cellOf(field).width <= shortWidth}
            title={model.fieldLabel(view.entity, path)}
          >
            <RecordValue entity={view.entity} record={card} path={path} />
          </div>
        ))}
      </div>
      {(owner !== undefined || created !== undefined) && (
        <footer className={styles.foot}>
          {owner !== undefined && <Avatar name={owner} size={20} />}
          {created !== undefined && (
            <time dateTime={created} title={formatInstant(created, model.language, model.timeZone)}>
              {ageOf(created, new Date(), model.language)}
            </time>
          )}
        </footer>
      )}
    </article>
  );
}

/** Figures and dates share a line; names and texts have one each. */
const shortWidth = 140;

function titleOf(reference: unknown): string | undefined {
  if (typeof reference !== 'object' || reference === null || !('title' in reference)) return undefined;
  return typeof reference.title === 'string' ? reference.title : undefined;
}
