// The first start: language, administrator, template, sample data — asked by the set-up page, or answered by the environment.
import type { Engine } from '../engine.ts';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { workspaceNames } from '../versions/version-store.ts';
import { shortestPassword } from '../auth/password.ts';
import { createWorkspace, type CreatedWorkspace } from './create-workspace.ts';
import { loadSampleData } from './sample-data.ts';
import { loadTemplate } from './templates.ts';

export interface SetupAnswers {
  readonly language: string;
  readonly admin: { readonly name: string; readonly email: string; readonly password: string };
  readonly template: string;
  readonly sampleData: boolean;
}

export const firstWorkspace = 'main';

export async function isSetUp(engine: Engine): Promise<boolean> {
  return (await workspaceNames(engine.database)).length > 0;
}

/** Two browsers may press the button at once: the workspace's name is a primary key, so one of them is told that it is done. */
export async function setUp(engine: Engine, answers: SetupAnswers): Promise<CreatedWorkspace> {
  if (await isSetUp(engine)) throw new Refusal('set_up');
  const { layers, template } = await loadTemplate(engine.settings.templatesFolder, answers.template, answers.language);
  const chinese = answers.language.startsWith('zh');
  const created = await createWorkspace(engine.database, {
    name: firstWorkspace,
    settings: {
      language: answers.language,
      currency: template.currency ?? (chinese ? 'CNY' : 'USD'),
      country: template.country ?? (chinese ? 'CN' : 'US'),
      timeZone: chinese ? 'Asia/Shanghai' : new Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    layers,
    administrator: answers.admin,
  });
  engine.models.replace(created.model);
  if (answers.sampleData) await loadSampleData(engine, created);
  return created;
}

/** @throws malformed_request with what is missing. */
export function readAnswers(body: unknown): SetupAnswers {
  const {
    language,
    admin,
    template,
    sample_data: sampleData = true,
  } = closedObject(body, ['language', 'admin', 'template', 'sample_data']);
  const { name, email, password } = closedObject(admin, ['name', 'email', 'password'], 'admin');
  const fail = (reason: string): never => {
    throw new Refusal('malformed_request', { reason });
  };
  if (language !== 'en' && language !== 'zh-CN') return fail('language: en | zh-CN');
  if (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email)) return fail('admin.email');
  if (typeof password !== 'string' || password.length < shortestPassword)
    return fail(`admin.password ≥ ${shortestPassword}`);
  // Whoever asks has not logged in: only the templates beside the product are theirs to choose from.
  if (typeof template !== 'string' || !/^[\w-]+$/.test(template)) return fail('template');
  if (typeof sampleData !== 'boolean') return fail('sample_data: true | false');
  const shownName = typeof name === 'string' && name.trim() ? name.trim() : (email.split('@')[0] ?? email);
  return { language, admin: { name: shownName, email, password }, template, sampleData };
}
