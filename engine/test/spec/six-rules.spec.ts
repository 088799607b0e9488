// Six rules that a business user has written in formula text refuse the same rows with the same message by every way to the engine.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ruleJson,
  sixRules,
  sixRulesEntity,
  sixRulesItems,
  type Language,
  type RuleName,
} from '@trellis/testing/six-rules';
import { before, now, rows, writerName, writersAsUsers, type Row } from '@trellis/testing/six-rules-rows';
import { Refused, type Fault, type WorkspaceClient } from '@trellis/testing/workspace-client';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const languages: readonly Language[] = ['en', 'zh-CN'];
let importing: ImportWorkspace;
beforeAll(async () => {
  importing = await importWorkspace({
    items: sixRulesItems(),
    now,
    users: writersAsUsers,
    language: 'en',
  });
});
afterAll(() => importing.close());

test.each(Object.keys(sixRules) as RuleName[])('%s is the same rule in both languages', (name) => {
  expect(ruleJson(name, 'zh-CN')).toEqual(ruleJson(name, 'en'));
});

describe.each(languages)('in %s', (language) => {
  const cases = rows.map((row, index) => ({ row, name: `${index} ${language}`, said: saidOf(row, language) }));
  const client = (row: Row): Promise<WorkspaceClient> => importing.ws.as(writerName(row.by, language));

  test.each(cases)('a record is made, or not: $row.name', async ({ row, name, said }) => {
    const writer = await client(row);
    expect(await faultsOf(() => writer.create(sixRulesEntity, { name: `${name} post`, ...row.values }))).toEqual(said);
  });

  test.each(cases)('a record is changed, or not: $row.name', async ({ row, name, said }) => {
    const writer = await client(row);
    const { id } = await writer.create(sixRulesEntity, { name: `${name} patch`, ...before });
    expect(await faultsOf(() => writer.patch(sixRulesEntity, id, row.values))).toEqual(said);
  });

  test.each(writers(cases))('many are written in one request: %s', async (_by, all) => {
    const writer = await client(all[0].row);
    const operations = all.map(({ row, name }) => ({
      op: 'create',
      values: { name: `${name} batch`, ...row.values },
    }));
    const answers = await writer.batch(sixRulesEntity, operations, false);
    const faults = answers.map(({ problem }) =>
      inOrder(
        (problem?.errors ?? []).map((fault) => ({
          ...fault,
          path: fault.path.replace(/^\/operations\/\d+\/values/, ''),
        })),
      ),
    );
    expect(faults).toEqual(all.map(({ said }) => said));
  });

  test.each(writers(cases))('many are made and changed by a file: %s', async (_by, all) => {
    const writer = await client(all[0].row);
    const changed = all.map(({ row, name }) => ({ row, name: `${name} changed` }));
    for (const { name } of changed) await writer.create(sixRulesEntity, { name, ...before });
    const made = all.map(({ row, name }) => ({ row, name: `${name} made` }));
    const file = csv([...made, ...changed].map(({ row, name }) => ({ name, ...row.values })));
    const job = await importing.run(writer, sixRulesEntity, file, { mode: 'upsert', key: 'name' });
    const said = [...all, ...all].map((each) => each.said);
    expect(job.report).toMatchObject({
      rows: said.length,
      refused: said.filter((faults) => faults.length > 0).length,
    });
    const told = said.map((_, index) => job.report.errors.filter(({ row }) => row === index + 2));
    expect(
      told.map((faults) => inOrder(faults.map(({ field, code, message }) => ({ path: `/${field}`, code, message })))),
    ).toEqual(said);
  });
});

type Said = Pick<Fault, 'path' | 'code' | 'message'>;

interface Case {
  readonly row: Row;
  readonly name: string;
  readonly said: readonly Said[];
}

function saidOf({ refusedBy }: Row, language: Language): readonly Said[] {
  return inOrder(
    refusedBy.map((name) => ({
      path: `/${sixRules[name].at}`,
      code: name === 'lost_why' ? 'required' : name,
      message: sixRules[name].message[language],
    })),
  );
}

async function faultsOf(write: () => Promise<unknown>): Promise<readonly Said[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return inOrder(error.errors);
  }
}

function inOrder(faults: readonly Said[]): readonly Said[] {
  const plain = faults.map(({ path, code, message }) => ({ path, code, message }));
  return plain.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Those of each writer together: one request or file is one writer's. */
function writers(cases: readonly Case[]): (readonly [by: string, cases: readonly [Case, ...Case[]]])[] {
  return [...Map.groupBy(cases, ({ row }) => row.by)].map(([by, own]) => [by, own as [Case, ...Case[]]]);
}

function csv(records: readonly Readonly<Record<string, unknown>>[]): string {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = records.map((record) => names.map((name) => String(record[name] ?? '')).join(','));
  return [names.join(','), ...lines].join('\n');
}
