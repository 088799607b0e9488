// What is known of a computed field while it is made: its result, whether it is kept, what is wrong with it. Nothing before it is whole.
import { useMemo } from 'react';
import { judgeComputed, type JudgedField } from '@trellis/metadata/judge-field';
import type { Field } from '@trellis/metadata/kinds';
import { withResults } from '@trellis/metadata/results';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { wholeMetadata } from '../draft/whole-metadata.ts';

interface Place {
  readonly entity: string;
  readonly name: string;
}

/** @param field undefined: nothing can be said yet. */
export function useJudged({ entity, name }: Place, field: Field | undefined): JudgedField | undefined {
  const { model } = useDraftInHand();
  const json = JSON.stringify(field);
  return useMemo(() => {
    const whole = wholeMetadata(model);
    const body = whole.entities.get(entity);
    if (!body || json === undefined) return undefined;
    const fields = { ...body.fields, [name]: JSON.parse(json) as Field };
    const entities = new Map(whole.entities).set(entity, { ...body, fields });
    return judgeComputed(withResults({ ...whole, entities }), entity, name);
  }, [model, entity, name, json]);
}
