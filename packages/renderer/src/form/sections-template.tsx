// rjsf's frame of the whole object: sections with one to four columns, those that are collapsed at first, those that a condition
// hides. A section with a wrong field opens by itself.
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import { Icon } from '@trellis/ui/icon';
import type { FormSection } from './form-definition.ts';
import { useFormScope } from './form-context.ts';
import styles from './form.module.css';
import { isAsked } from './is-asked.ts';

export function SectionsTemplate({ properties }: ObjectFieldTemplateProps): ReactNode {
  const { definition, store } = useFormScope();
  const shown = useSyncExternalStore(store.subscribe, store.sections);
  const contents = new Map(properties.map(({ name, content }) => [name, content]));
  return definition.sections
    .filter((section) => shown.has(section.key))
    .map((section) => (
      <Section key={section.key} section={section}>
        {section.fields.map((name) => contents.get(name))}
      </Section>
    ));
}

function Section({ section, children }: { readonly section: FormSection; readonly children: ReactNode }): ReactNode {
  const { definition, store } = useFormScope();
  const [chosen, setChosen] = useState(!section.collapsed);
  const state = useSyncExternalStore(store.subscribe, () => stateOf(section));
  const open = chosen || state === 'wrong';
  if (state === 'empty') return null;
  return (
    <section className={styles.section} aria-label={section.label || undefined}>
      {section.label && (
        <h3 className={styles.heading}>
          {section.collapsed ? (
            <button type="button" aria-expanded={open} onClick={() => setChosen(!open)}>
              <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
              {section.label}
            </button>
          ) : (
            section.label
          )}
        </h3>
      )}
      {open && (
        <div className={styles.grid} data-columns={section.columns}>
          {children}
        </div>
      )}
    </section>
  );

  function stateOf({ fields }: FormSection): 'empty' | 'wrong' | 'fine' {
    if (!fields.some((name) => isAsked(definition, name, store.field(name)))) return 'empty';
    return fields.some((name) => store.errors().fields.has(name)) ? 'wrong' : 'fine';
  }
}
