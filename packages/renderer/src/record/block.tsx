// One block of a record page, by its type.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import type { Block as BlockJson } from '@trellis/metadata/kinds';
import { useModel } from '../model.ts';
import { Details } from './details.tsx';
import { History } from './history.tsx';
import type { Edit } from './edit.ts';
import styles from './record-page.module.css';
import { RelatedList } from './related-list.tsx';
import { Timeline } from './timeline.tsx';

export interface BlockProps {
  readonly block: BlockJson;
  readonly entity: string;
  readonly record: RecordRow;
  /** The only block of its tab, whose label says the same. */
  readonly alone: boolean;
  readonly edit: Edit;
}

export function Block({ block, entity, record, alone, edit }: BlockProps): ReactNode {
  const { label } = useModel();
  const heading = label(block.label);
  switch (block.type) {
    case 'form':
      return <Details entity={entity} record={record} form={block.form} edit={edit} />;
    case 'related':
      return <RelatedList block={block} entity={entity} record={record} />;
    case 'timeline':
      return <Timeline block={block} entity={entity} record={record} />;
    case 'history':
      return (
        <section aria-label={heading || undefined}>
          {heading && !alone && <h3 className={styles.heading}>{heading}</h3>}
          <History entity={entity} id={record.id} />
        </section>
      );
  }
}
