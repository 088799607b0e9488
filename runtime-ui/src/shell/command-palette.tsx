// Ctrl/⌘ K: go anywhere, make anything, find any record, by typing. Records come from the server, everything else is here already.
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '@trellis/renderer/client';
import { useModel, type Model } from '@trellis/renderer/model';
import { useNavigation } from '@trellis/renderer/navigation';
import { Icon } from '@trellis/ui/icon';
import type { SearchHit } from '@trellis/client/wire';
import { useCommands, type Command } from './commands.ts';
import { matchCommands } from './match-commands.ts';
import styles from './command-palette.module.css';

const restMilliseconds = 180;

export function CommandPalette({ close }: { close(): void }): ReactNode {
  const { t } = useTranslation('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const records = useFoundRecords(text);
  const commands = useCommands();
  const groups = [
    ...(records.length > 0 ? [{ group: 'records' as const, commands: records }] : []),
    ...matchCommands(commands, text),
  ];
  const flat = groups.flatMap((group) => group.commands);
  useEffect(() => dialog.current?.showModal(), []);

  const run = (command: Command | undefined): void => {
    if (!command) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + flat.length) % Math.max(flat.length, 1));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(flat[active]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('search_or_command')}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inside}>
        <label className={styles.head}>
          <Icon name="search" size={18} className={styles.icon} />
          <input
            type="text"
            className={styles.input}
            role="combobox"
            aria-expanded
            aria-controls="commands"
            aria-activedescendant={flat[active] && `command-${flat[active].key}`}
            aria-label={t('command_placeholder')}
            placeholder={t('command_placeholder')}
            value={text}
            autoFocus
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
          />
          <kbd>Esc</kbd>
        </label>
        <div id="commands" role="listbox" aria-label={t('search_or_command')} className={styles.list}>
          {groups.map(({ group, commands: found }) => (
            <div key={group} role="group" aria-label={t(`command_group_${group}`)}>
              <div className={styles.group}>{t(`command_group_${group}`)}</div>
              {found.map((command) => (
                <CommandRow
                  key={command.key}
                  command={command}
                  active={command === flat[active]}
                  onActive={() => setActive(flat.indexOf(command))}
                  onRun={() => run(command)}
                />
              ))}
            </div>
          ))}
          {flat.length === 0 && <p className={styles.nothing}>{t('command_nothing', { text })}</p>}
        </div>
        <footer className={styles.foot}>
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('command_hint_move')}
          </span>
          <span>
            <kbd>↵</kbd> {t('command_hint_choose')}
          </span>
        </footer>
      </div>
    </dialog>
  );
}

interface CommandRowProps {
  readonly command: Command;
  readonly active: boolean;
  onActive(): void;
  onRun(): void;
}

function CommandRow({ command, active, onActive, onRun }: CommandRowProps): ReactNode {
  return (
    <div
      id={`command-${command.key}`}
      role="option"
      aria-selected={active}
      className={styles.command}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={onActive}
      onClick={onRun}
    >
      <Icon name={command.icon} className={styles.icon} />
      <span className={styles.label}>{command.label}</span>
      {command.hint && <span className={styles.hint}>{command.hint}</span>}
    </div>
  );
}

function useFoundRecords(text: string): readonly Command[] {
  const client = useClient();
  const model = useModel();
  const navigation = useNavigation();
  const [asked, setAsked] = useState('');
  const ask = useEffectEvent(() => setAsked(text.trim()));
  useEffect(() => {
    const timer = setTimeout(ask, restMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  const { data = [] } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => client.search(asked, signal),
    enabled: asked !== '',
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  if (asked === '') return [];
  return data.map((hit) => ({
    key: `${hit.entity}-${hit.id}`,
    group: 'records',
    label: hit.title,
    hint: [model.one(hit.entity), subtitleOf(model, hit)].filter(Boolean).join(' · '),
    icon: model.entity(hit.entity)?.icon,
    run: () => navigation.go({ to: 'record', entity: hit.entity, id: hit.id }),
  }));
}

/** A subtitle that is the value of an option is shown by its label. */
function subtitleOf(model: Model, hit: SearchHit): string {
  const path = model.entity(hit.entity)?.subtitle;
  const field = path === undefined ? undefined : model.field(hit.entity, path)?.field;
  const option = field && model.options(field).find(({ value }) => value === hit.subtitle);
  return option ? model.label(option.label) : (hit.subtitle ?? '');
}
