// The metadata plane: whoever may not see an entity or a field does not learn its name from whatever speaks of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app, entity, form, optionSet, page, role, view } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const costly = { '>': [{ var: 'cost' }, 10] };
const items = [
  optionSet('stage', ['open', 'done']),
  optionSet('margin', ['slim', 'fat']),
  entity('vault', { name: 'text', project: { type: 'lookup', entity: 'project' } }),
  entity('crew', { name: 'text' }),
  entity(
    'project',
    {
      name: 'text',
      stage: { type: 'select', options: 'stage' },
      budget: { type: 'decimal', visible: costly, required: costly, read_only: costly, default: { var: 'cost' } },
      cost: { type: 'decimal', label: 'Hidden label' },
      margin: { type: 'select', options: 'margin' },
      vault: { type: 'lookup', entity: 'vault' },
      about: { type: 'related_to', entities: ['vault', 'crew'] },
      crew: { type: 'lookup', entity: 'crew' },
      code: 'text',
      grade: 'text',
      dear: { type: 'text', visible: costly, when_hidden: 'clear' },
      ways: {
        type: 'select',
        options: ['a', 'b'].map((value) => ({ value, label: value })),
        offers: [
          { when: { is_blank: [{ var: 'name' }] }, values: ['a'] },
          { when: costly, values: ['b'] },
        ],
      },
    },
    {
      fills: {
        first: { when: costly, set: { grade: 'costly' } },
        second: { set: { grade: 'plain', code: { upper: [{ var: 'name' }] }, cost: 1 } },
        margin: { set: { margin: 'slim' } },
        owner: { when: costly, set: { owner: { var: 'crew.owner' } } },
      },
      title: 'name',
      subtitle: 'cost',
      search: ['name'],
      rules: {
        dear: { check: { '!': costly }, message: 'Hidden message' },
        named: { check: { '!': { is_blank: { var: 'name' } } }, message: 'Shown message' },
      },
    },
  ),
  form('project_form', 'project', ['name', { field: 'budget', visible: costly }, 'cost', 'vault'], {
    sections: [
      { name: 'main', visible: costly, fields: ['name', { field: 'budget', visible: costly }, 'cost', 'vault'] },
      { name: 'money', fields: ['margin'] },
    ],
  }),
  view('project_all', 'project', ['name', 'cost', 'vault.name', 'crew.name'], {
    sort: ['-cost', 'name'],
    group: 'margin',
  }),
  view('project_dear', 'project', ['name'], { filter: costly }),
  view('project_board', 'project', [], {
    type: 'board',
    board: { by: 'stage', card: ['cost', 'crew'], total: 'cost' },
  }),
  view('margin_board', 'project', [], { type: 'board', board: { by: 'margin', card: [] } }),
  page('project_page', 'project', [{ type: 'form', visible: costly }], {
    highlights: ['cost', 'stage'],
    progress: 'margin',
    side: [{ type: 'related', entity: 'vault', via: 'project' }],
  }),
  app('works', ['project', 'vault'], { home: 'vault' }),
  app('treasury', ['vault'], { order: 1, home: 'vault' }),
  role('builder', {
    project: { read: true, create: true, update: costly, fields: { cost: { read: false }, margin: { read: false } } },
    crew: { read: true },
  }),
];

let ws: Workspace;
beforeAll(async () => void (ws = await workspace({ items })));
afterAll(() => ws.close());

const hidden = /cost|margin|vault|treasury|slim|Hidden/;

interface Described {
  readonly [kind: string]: { readonly [name: string]: never };
}
const described = async (name: string): Promise<Described> => {
  const who = name === 'admin' ? ws.admin : await ws.as(name);
  return (await who.call<{ data: Described }>('GET', '/api/metadata')).data;
};

describe('what is out of sight', () => {
  test.each(['/api/metadata', '/api/forms/project/default', '/api/me', '/api/openapi.json'])(
    'has no name in %s',
    async (path) => {
      const { status, text } = await (await ws.as('builder')).send('GET', path);
      expect(status).toBe(200);
      expect(text).toContain('project');
      expect(text.split(/(?<=[},])/).filter((piece) => hidden.test(piece))).toEqual([]);
    },
  );

  test('is there for those who see it', async () => {
    const all = await described('admin');
    expect(Object.keys(all['views'] ?? {})).toEqual(
      expect.arrayContaining(['project_all', 'project_dear', 'project_board', 'margin_board']),
    );
    expect(all['entities']?.['project']).toMatchObject({ subtitle: 'cost', rules: { dear: {} } });
    expect(Object.keys(all['option_sets'] ?? {})).toEqual(expect.arrayContaining(['stage', 'margin']));
  });
});

describe('what is left', () => {
  test('of an entity are its fields in sight, without the conditions that speak of others', async () => {
    const { entities } = await described('builder');
    expect(Object.keys(entities ?? {}).sort()).toEqual(['crew', 'project', 'team', 'user']);
    const project: { fields: Record<string, object>; rules: object } = entities?.['project'] as never;
    expect(Object.keys(project.fields)).toEqual(
      expect.arrayContaining(['name', 'stage', 'budget', 'about', 'crew', 'owner']),
    );
    expect(project.fields['budget']).toEqual({ type: 'decimal', label: expect.anything(), settled_unseen: true });
    expect(project.fields['about']).toMatchObject({ entities: ['crew'] });
    expect(Object.keys(project.rules)).toEqual(['named']);
  });

  test('of what fills a field in and of what it offers is all or nothing, and of the field that the server settles it', async () => {
    const { entities } = await described('builder');
    const project: { fields: Record<string, object>; fills: object } = entities?.['project'] as never;
    expect(project.fills).toEqual({ second: { set: { code: { upper: [{ var: 'name' }] } } } });
    expect(project.fields['ways']).not.toHaveProperty('offers');
    const unseen = Object.entries(project.fields).filter(([, field]) => 'settled_unseen' in field);
    expect(unseen.map(([name]) => name)).toEqual(['budget', 'grade', 'dear', 'owner']);
    expect(JSON.stringify(await described('admin'))).not.toContain('settled_unseen');
  });

  test('of a form are the fields in sight, and the sections that have any', async () => {
    const { forms } = await described('builder');
    expect(forms?.['project_form']).toMatchObject({
      sections: [{ name: 'main', fields: ['name', { field: 'budget' }] }],
    });
  });

  test('of views are those that can be asked for, with the columns in sight', async () => {
    const { views } = await described('builder');
    expect(Object.keys(views ?? {}).filter((name) => name.includes('project') || name.includes('board'))).toEqual([
      'project_all',
      'project_board',
    ]);
    expect(views?.['project_all']).toMatchObject({ columns: ['name', 'crew.name'], sort: ['name'] });
    expect(views?.['project_all']).not.toHaveProperty('group');
    expect(views?.['project_board']).toMatchObject({ board: { by: 'stage', card: ['crew'] } });
  });

  test('of pages and apps is what leads somewhere; an app that leads nowhere is none', async () => {
    const { pages, apps } = await described('builder');
    expect(pages?.['project_page']).toMatchObject({ highlights: ['stage'], tabs: [{ blocks: [{ type: 'form' }] }] });
    expect(pages?.['project_page']).not.toHaveProperty('side');
    expect(apps?.['works']).toMatchObject({ groups: [{ items: [{ entity: 'project' }] }] });
    expect(apps?.['works']).not.toHaveProperty('home');
    expect(apps).not.toHaveProperty('treasury');
  });
});

test('a view that asks for a field which is readable on some rows only does not ask for it', async () => {
  await using other = await workspace({
    items: [
      entity('task', { name: 'text', open: 'boolean', hours: 'integer' }),
      view('task_all', 'task', ['name', 'hours'], { sort: ['-hours', 'name'] }),
      role('helper', { task: { read: true, fields: { hours: { read: { var: 'open' } } } } }),
    ],
  });
  const { data } = await (await other.as('helper')).call<{ data: Described }>('GET', '/api/metadata');
  expect(data['views']?.['task_all']).toMatchObject({ columns: ['name', 'hours'], sort: ['name'] });
});
