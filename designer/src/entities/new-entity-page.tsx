// Makes an entity in the draft: what its records are called, its name, icon and place in the navigation. Fields come next.
import { useState, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pluralLabel } from '@trellis/metadata/labels';
import { useModel } from '@trellis/renderer/model';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useToast } from '@trellis/ui/toast';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { nameProblem, proposeName } from '../fields/field-name.ts';
import { Labelled } from '../fields/labelled.tsx';
import { labelFrom, unlabelled } from '../labels/bilingual.ts';
import { LabelInputs } from '../labels/label-inputs.tsx';
import styles from './entities.module.css';
import { IconPicker, plainIcon } from './icon-picker.tsx';
import { withEntity, type EntityDraft, type Place } from './new-entity.ts';
import { usePlaces } from './use-places.ts';

export function NewEntityPage(): ReactNode {
  const { places, error, again } = usePlaces();
  if (places) return <NewEntity places={places} />;
  return error ? <Failure error={error} retry={again} /> : <Skeleton lines={6} />;
}

const problemTexts = { missing: 'name_missing', malformed: 'name_malformed', taken: 'entity_name_taken' } as const;

const blank: EntityDraft = { name: '', label: unlabelled, many: '', icon: plainIcon };

function NewEntity({ places }: { readonly places: readonly Place[] }): ReactNode {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  const toast = useToast();
  const { model, change } = useDraftInHand();
  const [draft, setDraft] = useState(blank);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const [tried, setTried] = useState(false);
  const placeOptions = usePlaceOptions(places);
  const taken = new Set(Object.keys(model.entities));
  const name = typedName ?? proposeName(draft.label.en || draft.label.zh, 'entity', taken);
  const labelMissing = labelFrom(draft.label) === undefined;
  const problem = nameProblem(name, taken);
  const put = (more: Partial<EntityDraft>): void => setDraft({ ...draft, ...more });

  const save = (): void => {
    setTried(true);
    if (labelMissing || problem) return;
    change((items) => withEntity(items, { ...draft, name }, places[chosen]));
    toast.show({ text: t('entity_added'), tone: 'success' });
    void navigate({ to: '/entities/$entity', params: { entity: name }, search: { add: true } });
  };
  return (
    <form
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header>
        <h1>{t('new_entity')}</h1>
        <p className={styles.lead}>{t('new_entity_lead')}</p>
      </header>
      <LabelInputs
        value={draft.label}
        error={tried && labelMissing ? t('entity_label_missing') : ''}
        onChange={(label) => put({ label })}
      />
      {draft.label.en.trim() !== '' && (
        <Labelled label={t('label_many')}>
          {(props) => (
            <Input
              {...props}
              placeholder={pluralLabel(draft.label.en.trim())}
              value={draft.many}
              onChange={(event) => put({ many: event.target.value })}
            />
          )}
        </Labelled>
      )}
      <Labelled
        label={t('name')}
        help={t('name_help')}
        required
        error={(tried || typedName !== null) && problem ? t(problemTexts[problem]) : ''}
      >
        {(props) => <Input {...props} value={name} onChange={(event) => setTypedName(event.target.value)} />}
      </Labelled>
      <IconPicker label={t('icon')} value={draft.icon} onChange={(icon) => put({ icon })} />
      {places.length > 0 && (
        <Labelled label={t('place')}>
          {(props) => <Select {...props} value={chosen} onChange={setChosen} options={placeOptions} />}
        </Labelled>
      )}
      <footer>
        <Button onClick={() => void navigate({ to: '/' })}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit">
          {t('add_to_draft')}
        </Button>
      </footer>
    </form>
  );
}

interface PlaceOptions {
  readonly label: string;
  readonly options: readonly { readonly value: number; readonly label: string }[];
}

/** By app; a group without a label of its own is known by its app. */
function usePlaceOptions(places: readonly Place[]): PlaceOptions[] {
  const { label } = useModel();
  const apps = Map.groupBy(
    places.map((place, value) => ({ ...place, value })),
    ({ app }) => app.name,
  );
  return [...apps.values()].map((groups) => {
    const app = label(groups[0]?.app.label);
    return {
      label: app,
      options: groups.map(({ app: { groups: all }, group, value }) => ({
        value,
        label: [app, label(all.find(({ name }) => name === group)?.label)].filter(Boolean).join(' › '),
      })),
    };
  });
}
