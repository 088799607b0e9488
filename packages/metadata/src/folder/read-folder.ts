// A folder of metadata (a template) → its raw items. Node only. What cannot be read is a problem with its file, line and
// column; all the rest is read. Whether the items hold is for `validate` to say.
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { suggest } from '@trellis/expressions/suggest';
import { isObject } from '../json.ts';
import { isKind, kindNames, kinds, type Kind, type RawItem } from '../kinds.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { parseFile } from './parse-file.ts';

export interface FolderContents {
  readonly items: readonly RawItem[];
  readonly problems: readonly Problem[];
}

const kindOfFolder: ReadonlyMap<string, Kind> = new Map(
  kindNames.filter((kind) => kind !== 'template').map((kind) => [kinds[kind].folder, kind]),
);

/** Items in the order of kinds, then of file names. */
export async function readFolder(path: string): Promise<FolderContents> {
  const top = await list(path, '');
  const hasTemplate = top.names.includes('template.json');
  const missing = hasTemplate || top.problems.length > 0 ? [] : [problem('template.json', 'missing_template', {})];
  const folders = [...kindOfFolder].filter(([folder]) => top.names.includes(folder));
  const contents = await Promise.all([
    ...(hasTemplate ? [readItem(path, 'template.json', 'template')] : []),
    ...folders.map(([folder, kind]) => readKind(path, folder, kind)),
  ]);
  return {
    items: contents.flatMap(({ items }) => items),
    problems: [
      ...top.problems,
      ...missing,
      ...top.names.flatMap(strayProblem),
      ...contents.flatMap(({ problems }) => problems),
    ],
  };
}

/** One item by its file, which stands in the folder of its kind: `…/entities/book.json`. */
export async function readItemFile(path: string): Promise<FolderContents> {
  const { dir, base } = parse(resolve(path));
  if (base === 'template.json') return readItem(dir, base, 'template');
  const folder = basename(dir);
  const kind = kindOfFolder.get(folder);
  return kind ? readItem(dirname(dir), `${folder}/${base}`, kind) : { items: [], problems: [unknownFolder(folder)] };
}

async function readKind(path: string, folder: string, kind: Kind): Promise<FolderContents> {
  const { names, problems } = await list(path, folder);
  const files = names.filter((name) => name.endsWith('.json'));
  const others = names.filter((name) => !name.endsWith('.json') && !isNote(name));
  const contents = await Promise.all(files.map((name) => readItem(path, `${folder}/${name}`, kind)));
  return {
    items: contents.flatMap(({ items }) => items),
    problems: [
      ...problems,
      ...others.map((name) => problem(`${folder}/${name}`, 'unexpected_file', { file: name })),
      ...contents.flatMap((content) => content.problems),
    ],
  };
}

async function readItem(path: string, file: string, kind: Kind): Promise<FolderContents> {
  const text = await attempt(file, () => readFile(join(path, file), 'utf8'));
  if (!text.ok) return { items: [], problems: [text.problem] };
  const { value: body, problems } = parseFile(file, text.value);
  if (body === undefined) return { items: [], problems };
  const stated = statedKind(body);
  // A template is called what it calls itself: its folder may be a copy under another name.
  const named = isObject(body) && typeof body['name'] === 'string' ? body['name'] : '';
  const name = kind === 'template' ? named : parse(file).name;
  if (stated === undefined || stated === kind) return { items: [{ kind, name, body }], problems };
  const params = { kind: stated, folder: kinds[stated].folder, found: kinds[kind].folder };
  return { items: [{ kind: stated, name, body }], problems: [...problems, problem(file, 'wrong_folder', params)] };
}

/** The kind whose schema the item names: `"$schema": "…/entity.json"`. */
function statedKind(body: unknown): Kind | undefined {
  const schema = isObject(body) && typeof body['$schema'] === 'string' ? parse(body['$schema']).name : '';
  return isKind(schema) ? schema : undefined;
}

function strayProblem(name: string): readonly Problem[] {
  if (name === 'template.json' || kindOfFolder.has(name) || isNote(name)) return [];
  if (parse(name).ext !== '') return [problem(name, 'unexpected_file', { file: name })];
  return [unknownFolder(name)];
}

function unknownFolder(folder: string): Problem {
  const known = [...kindOfFolder.keys()];
  return problem(folder, 'unknown_folder', { folder, known: known.join(', ') }, suggest(folder, known));
}

/** Files for people and for tools, which belong in a folder without being items. */
function isNote(name: string): boolean {
  return name.startsWith('.') || name.endsWith('.md') || /^(licen[cs]e|notice)/i.test(name);
}

async function list(
  path: string,
  folder: string,
): Promise<{ readonly names: readonly string[]; readonly problems: readonly Problem[] }> {
  const entries = await attempt(folder === '' ? '.' : folder, () => readdir(join(path, folder)));
  return entries.ok ? { names: entries.value.toSorted(), problems: [] } : { names: [], problems: [entries.problem] };
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

async function attempt<T>(file: string, read: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, problem: problem(file, 'unreadable_file', { reason }) };
  }
}
