// Takes a file of records in: the file, where its columns go, a trial run that changes nothing, the import itself.
import { useRef, useState, type ReactNode } from 'react';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { ImportInspection } from '@trellis/client/wire';
import { Icon } from '@trellis/ui/icon';
import { useClient } from '../data/client.ts';
import { useModel } from '../model.ts';
import { CheckStep } from './check-step.tsx';
import { FileStep } from './file-step.tsx';
import { proposedOptions, type ImportOptions } from './import-options.ts';
import styles from './import.module.css';
import { MappingStep } from './mapping-step.tsx';
import { ResultStep } from './result-step.tsx';
import { forgetImport, rememberedImport, rememberImport } from './running-import.ts';

export interface ImportWizardProps {
  readonly entity: string;
  onDone(): void;
}

interface Opened {
  readonly file: File;
  readonly inspection: ImportInspection;
}

type Stage =
  | { readonly step: 'file' }
  | { readonly step: 'mapping'; readonly opened: Opened; readonly options: ImportOptions }
  | { readonly step: 'check'; readonly opened: Opened; readonly options: ImportOptions; readonly job: string }
  | { readonly step: 'import'; readonly job: string };

const order = ['file', 'mapping', 'check', 'import'] as const;

export function ImportWizard({ entity, onDone }: ImportWizardProps): ReactNode {
  const { t } = useTranslation('import');
  const model = useModel();
  const records = useClient().records(entity);
  const [stage, setStage] = useState<Stage>(() => {
    const running = rememberedImport(entity);
    return running === null ? { step: 'file' } : { step: 'import', job: running };
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  // Earlier than the rendering that disables the button: a second click begins no second import.
  const isBusy = useRef(false);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(true);
    setFailure('');
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      setFailure(problem ? (problem.detail ?? problem.title) : t('unreachable'));
    } finally {
      isBusy.current = false;
      setBusy(false);
    }
  };
  const open = (file: File) =>
    attempt(async () => {
      const inspection = await records.inspectImport(file);
      setStage({ step: 'mapping', opened: { file, inspection }, options: proposedOptions(inspection) });
    });
  const check = (opened: Opened, options: ImportOptions) =>
    attempt(async () => {
      const job = await records.import(opened.file, { ...options, dry_run: true });
      setStage({ step: 'check', opened, options, job });
    });
  const start = (opened: Opened, options: ImportOptions) =>
    attempt(async () => {
      const job = await records.import(opened.file, { ...options, dry_run: false });
      rememberImport(entity, job);
      setStage({ step: 'import', job });
    });
  const again = (): void => {
    forgetImport(entity);
    setStage({ step: 'file' });
  };
  return (
    <section className={styles.wizard} aria-label={t('title', { many: model.many(entity) })}>
      <button type="button" className={styles.back} onClick={onDone}>
        <Icon name="arrow-left" size={15} />
        {model.many(entity)}
      </button>
      <h1>{t('title', { many: model.many(entity) })}</h1>
      <Steps
        size="small"
        responsive={false}
        current={order.indexOf(stage.step)}
        items={order.map((step) => ({ title: t(`step_${step}`) }))}
      />
      {failure !== '' && (
        <p role="alert" className={styles.failure}>
          <Icon name="circle-alert" size={14} /> {failure}
        </p>
      )}
      {content()}
    </section>
  );

  function content(): ReactNode {
    switch (stage.step) {
      case 'file':
        return <FileStep busy={busy} open={(file) => void open(file)} />;
      case 'mapping': {
        const { opened, options } = stage;
        return (
          <MappingStep
            {...{ entity, busy, options }}
            inspection={opened.inspection}
            fileName={opened.file.name}
            change={(changed) => setStage({ ...stage, options: changed })}
            back={again}
            next={() => void check(opened, options)}
          />
        );
      }
      case 'check': {
        const { opened, options } = stage;
        return (
          <CheckStep
            key={stage.job}
            {...{ entity, busy, options }}
            jobId={stage.job}
            change={(changed) => setStage({ ...stage, options: changed })}
            back={() => setStage({ step: 'mapping', opened, options })}
            again={() => void check(opened, options)}
            start={() => void start(opened, options)}
          />
        );
      }
      case 'import':
        return <ResultStep entity={entity} jobId={stage.job} again={again} done={onDone} />;
    }
  }
}
