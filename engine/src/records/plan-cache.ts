// Plans that are made once: planning is pure, so the same request shape under the same model and rights gives the same plan.
import type { Access } from '../model/access.ts';
import type { Judgement } from './judgement.ts';

/** An access belongs to one model and one set of roles: what hangs on it goes when the model is replaced. */
const plans = new WeakMap<Access, Map<string, unknown>>();
const mostPlans = 2_000;
const longestKey = 4_000;

/**
 * `make` gets a judgement whose asker is only known when the plan runs: it must not look at who asks beyond their rights and
 * language, and `key` must tell apart everything else that it depends on.
 */
export function planned<Plan>(judge: Judgement, key: string, make: (judge: Judgement) => Plan): Plan {
  const whole = `${judge.asker.language} ${judge.asker.actor.timeZone} ${key}`;
  let known = plans.get(judge.access);
  if (!known) plans.set(judge.access, (known = new Map()));
  if (known.has(whole)) return known.get(whole) as Plan;
  const plan = make({ ...judge, deferred: true });
  if (whole.length > longestKey) return plan;
  // Insertion order is age: the oldest go first.
  if (known.size >= mostPlans) for (const oldest of [...known.keys()].slice(0, mostPlans / 10)) known.delete(oldest);
  known.set(whole, plan);
  return plan;
}
