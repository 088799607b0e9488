// Bringing records in from a file.
import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { ImportWizard } from '@trellis/renderer/import-wizard';
import { useNavigation } from '@trellis/renderer/navigation';
import styles from './record-page.module.css';

export function ImportPage(): ReactNode {
  const { entity } = useParams({ from: '/shell/$entity/import' });
  const navigation = useNavigation();
  return (
    <div className={styles.page}>
      <ImportWizard entity={entity} onDone={() => navigation.go({ to: 'list', entity })} />
    </div>
  );
}
