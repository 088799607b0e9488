// What `plan` and `apply` have in common: the files become a draft, the server plans it, the plan is told, and then …
import { join } from 'node:path';
import type { Client } from '@trellis/client/client';
import type { Draft, Plan } from '@trellis/client/wire';
import { fileOf, type RawItem } from '@trellis/metadata/kinds';
import { translate } from '@trellis/metadata/messages';
import { connect, type Login } from './connect.ts';
import { planLines } from './plan-lines.ts';
import { readPath, type PathContents } from './read-path.ts';
import { showProblems } from './show-problems.ts';
import type { CommandInput, ExitCode } from './terminal.ts';
import { textOf } from './texts.ts';

export interface PlannedDraft {
  readonly client: Client;
  readonly draft: Draft;
  readonly plan: Plan;
}

type Next = (planned: PlannedDraft) => Promise<ExitCode>;

/** `next` is called where there is something to do that the server has nothing against. The draft is gone afterwards. */
export async function withPlan(input: CommandInput, next: Next): Promise<ExitCode> {
  const { language, complain } = input;
  const contents = await readPath(input.folder, input.path);
  if (contents.problems.length > 0) {
    const problems = contents.problems.map((problem) => translate(problem, language));
    showProblems(input, (file) => join(contents.root, file), problems);
    return 1;
  }
  const { url, email, password } = input.server;
  if (email && password) return planContents(input, { url, email, password }, contents, next);
  complain(textOf('no_credentials', language));
  return 1;
}

async function planContents(input: CommandInput, login: Login, contents: PathContents, next: Next): Promise<ExitCode> {
  const { language, print } = input;
  const left = new Set(contents.items.filter(forNewWorkspaces).map(({ kind }) => kind));
  if (left.size > 0) print(textOf('left_out', language, { kinds: [...left].join(', ') }));
  const client = await connect(login, language);
  const wanted = contents.items.filter((item) => !forNewWorkspaces(item));
  const draft = await client.drafts.create(wanted.map((item) => ({ op: 'put', ...item })));
  try {
    return await judgePlan(input, contents, { client, draft, plan: await client.drafts.plan(draft.id) }, next);
  } finally {
    // One that was published is gone already.
    await client.drafts.discard(draft.id).catch(() => undefined);
  }
}

async function judgePlan(
  input: CommandInput,
  { root, items }: PathContents,
  planned: PlannedDraft,
  next: Next,
): Promise<ExitCode> {
  const { plan } = planned;
  if (plan.problems.length > 0) {
    // Other items of the workspace may have problems with these files, too.
    const own = new Set(items.map(({ kind, name }) => fileOf(kind, name)));
    showProblems(input, (file) => (own.has(file) ? join(root, file) : file), plan.problems);
    return 1;
  }
  if (plan.changes.length === 0) {
    input.print(textOf('nothing_to_do', input.language));
    return 0;
  }
  planLines(plan, input.language).forEach(input.print);
  return next(planned);
}

/** A workspace's settings are its own once it is made, and sample records would stand among real ones. */
function forNewWorkspaces({ kind }: RawItem): boolean {
  return kind === 'template' || kind === 'sample_data';
}
