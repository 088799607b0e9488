// What `plan` and `apply` have in common: the files become a draft, the server plans it, the plan is told, and then …
import type { Client } from '@trellis/client/client';
import type { Draft, Plan } from '@trellis/client/wire';
import type { RawItem } from '@trellis/metadata/kinds';
import { translate } from '@trellis/metadata/messages';
import { connect } from './connect.ts';
import { planLines } from './plan-lines.ts';
import { readPath } from './read-path.ts';
import { showProblems } from './show-problems.ts';
import type { CommandInput, ExitCode } from './terminal.ts';
import { textOf } from './texts.ts';

export interface PlannedDraft {
  readonly client: Client;
  readonly draft: Draft;
  readonly plan: Plan;
}

/** `next` is called where there is something to do that nothing is in the way of, and owns the draft from then on. */
export async function withPlan(
  input: CommandInput,
  next: (planned: PlannedDraft) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { language, print, complain, server } = input;
  const { root, items, problems } = await readPath(input.folder, input.path);
  if (problems.length > 0) {
    showProblems(
      input,
      root,
      problems.map((problem) => translate(problem, language)),
    );
    return 1;
  }
  const { email, password } = server;
  if (!email || !password) {
    complain(textOf('no_credentials', language));
    return 1;
  }
  const left = items.filter(forNewWorkspaces);
  if (left.length > 0)
    print(textOf('left_out', language, { kinds: [...new Set(left.map(({ kind }) => kind))].join(', ') }));
  const client = await connect({ ...server, email, password }, language);
  const wanted = items.filter((item) => !forNewWorkspaces(item)).map((item) => ({ op: 'put' as const, ...item }));
  const draft = await client.drafts.create(wanted);
  const plan = await client.drafts.plan(draft.id);
  if (plan.problems.length === 0 && plan.changes.length > 0) {
    planLines(plan, language).forEach(print);
    return next({ client, draft, plan });
  }
  await client.drafts.discard(draft.id);
  if (plan.problems.length === 0) {
    print(textOf('nothing_to_do', language));
    return 0;
  }
  showProblems(input, root, plan.problems);
  return 1;
}

/** A workspace's settings are its own once it is made, and sample records would stand among real ones. */
function forNewWorkspaces({ kind }: RawItem): boolean {
  return kind === 'template' || kind === 'sample_data';
}
