// Everything that the command palette can do, beside finding records.
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { useNavigation } from '@trellis/renderer/navigation';
import { languageNames, languages } from '@trellis/ui/language';
import { useAppearance } from '@trellis/ui/theme';
import { useOwnLanguage } from '../settings/use-own-language.ts';
import { useCurrentApp, useNavigationGroups } from './apps.ts';
import { useShell } from './shell-context.ts';

export type CommandGroup = 'records' | 'go' | 'create' | 'actions';

export interface Command {
  readonly key: string;
  readonly group: CommandGroup;
  readonly label: string;
  readonly icon: string | undefined;
  readonly hint?: string;
  run(): void;
}

export function useCommands(): readonly Command[] {
  const { t } = useTranslation('shell');
  const model = useModel();
  const navigation = useNavigation();
  const navigate = useNavigate();
  const appearance = useAppearance();
  const language = useOwnLanguage();
  const { openKeys } = useShell();
  const { app } = useCurrentApp();
  const pages = useNavigationGroups(app).flatMap((group) => group.links);
  const entities = [...new Set(pages.map(({ entity }) => entity))];

  const go = pages.flatMap((page): Command[] => {
    const views = model.views(page.entity).filter((view) => page.view === undefined && view.label !== undefined);
    return [
      {
        key: `go-${page.key}`,
        group: 'go',
        label: page.label,
        icon: page.icon,
        run: () =>
          navigation.go({ to: 'list', entity: page.entity, ...(page.view !== undefined && { view: page.view }) }),
      },
      ...views.slice(1).map((view) => ({
        key: `go-${view.name}`,
        group: 'go' as const,
        label: `${page.label} › ${model.label(view.label)}`,
        icon: page.icon,
        run: () => navigation.go({ to: 'list', entity: view.entity, view: view.name }),
      })),
    ];
  });
  const create = entities
    .filter((entity) => model.can('create', entity))
    .map((entity): Command => ({
      key: `create-${entity}`,
      group: 'create',
      label: t('command_create', { entity: model.one(entity) }),
      icon: 'plus',
      run: () => navigation.go({ to: 'create', entity }),
    }));
  const dark = appearance.mode === 'dark';
  const actions: Command[] = [
    {
      key: 'settings',
      group: 'actions',
      label: t('settings'),
      icon: 'settings',
      run: () => void navigate({ to: '/settings' }),
    },
    {
      key: 'theme',
      group: 'actions',
      label: dark ? t('light_theme') : t('dark_theme'),
      icon: dark ? 'sun' : 'moon',
      run: () => appearance.choose(dark ? 'light' : 'dark'),
    },
    ...languages
      .filter((other) => other !== language.current)
      .map((other): Command => ({
        key: `language-${other}`,
        group: 'actions',
        label: languageNames[other],
        hint: t('language'),
        icon: 'languages',
        run: () => void language.choose(other),
      })),
    { key: 'keys', group: 'actions', label: t('keys'), icon: 'keyboard', run: openKeys },
    ...entities.map((entity): Command => ({
      key: `trash-${entity}`,
      group: 'actions',
      label: t('command_trash', { entities: model.many(entity) }),
      icon: 'trash-2',
      run: () => navigation.go({ to: 'trash', entity }),
    })),
    ...(model.me.rights.includes('designer')
      ? [
          {
            key: 'designer',
            group: 'actions' as const,
            label: t('command_designer'),
            icon: 'pencil',
            run: () => window.location.assign('/designer/'),
          },
        ]
      : []),
  ];
  return [...go, ...create, ...actions];
}
