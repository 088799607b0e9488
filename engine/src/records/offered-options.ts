// Which options a record may have chosen: those that its other values leave on offer. Asked when the choice or what decides on it is
// touched, so that what was chosen before can stay.
import { holds } from '../model/expression.ts';
import type { CompiledField } from '../model/model.ts';
import { reads } from './conditions-of.ts';
import type { Judged } from './draft.ts';
import { isBlank } from './same-value.ts';

export function isOffered(judged: Judged, field: CompiledField): boolean {
  return isBlank(judged.merged[field.name]) || (goesWithAbove(judged, field) && isAmongOffers(judged, field));
}

/** Options may depend on the choice above them. While nothing is chosen there, all of them are offered. */
function goesWithAbove({ merged, wrong, touched }: Judged, { name, above, context }: CompiledField): boolean {
  if (above === null || wrong?.has(above) || isBlank(merged[above])) return true;
  if (touched && !touched.has(name) && !touched.has(above)) return true;
  const chosenAbove = [merged[above]].flat();
  return [merged[name]].flat().every((value) => {
    const parent = context.options.find((option) => option.value === value)?.parent;
    return parent === undefined || chosenAbove.includes(parent);
  });
}

function isAmongOffers({ merged, wrong, touched, context }: Judged, { name, offers }: CompiledField): boolean {
  if (offers.length === 0 || (wrong && offers.some(({ when }) => reads(when, wrong)))) return true;
  if (touched && !touched.has(name) && !offers.some(({ when }) => reads(when, touched))) return true;
  const offer = offers.find(({ when }) => holds(when, context));
  return offer === undefined || [merged[name]].flat().every((value) => offer.values.has(String(value)));
}
