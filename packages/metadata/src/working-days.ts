// A calendar as expressions see it: which days are worked on. Hours are for whoever reckons in hours.
import type { WorkingDays } from '@trellis/expressions/types';
import type { Calendar } from './kinds.ts';

export function workingDaysOf({ week, holidays = [], working_days: extra = [] }: Calendar): WorkingDays {
  const isWorked = (day: keyof typeof week): boolean => week[day] !== undefined;
  return {
    week: [
      isWorked('mon'),
      isWorked('tue'),
      isWorked('wed'),
      isWorked('thu'),
      isWorked('fri'),
      isWorked('sat'),
      isWorked('sun'),
    ],
    off: holidays.map(({ date }) => date).toSorted(),
    on: extra.map(({ date }) => date).toSorted(),
  };
}
