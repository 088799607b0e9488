// `trellis plan <path>`: what applying would do. The draft that it takes to know is gone afterwards.
import type { CommandInput, ExitCode } from '../terminal.ts';
import { withPlan } from '../with-plan.ts';

export function plan(input: CommandInput): Promise<ExitCode> {
  return withPlan(input, async () => 0);
}
