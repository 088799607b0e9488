// `trellis apply <path>`: the plan, and then its publication.
import type { CommandInput, ExitCode } from '../terminal.ts';
import { textOf } from '../texts.ts';
import { withPlan } from '../with-plan.ts';

export function apply(input: CommandInput): Promise<ExitCode> {
  const { language, print, complain } = input;
  return withPlan(input, async ({ client, draft, plan }) => {
    if (plan.steps.some((step) => step.class === 'destructive')) {
      complain(textOf('not_additive', language));
      return 1;
    }
    const { version } = await client.drafts.publish(draft.id, []);
    print(textOf('published', language, { version }));
    return 0;
  });
}
