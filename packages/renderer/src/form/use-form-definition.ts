// A form and its precompiled validator, fetched once per version of the metadata. The validator is an ES module of our own
// origin, so that it works under a policy without `unsafe-eval`.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import { useModel } from '../model.ts';
import { readDefinition, type FormDefinition } from './form-definition.ts';
import type { Validator } from './validate.ts';

export interface LoadedForm {
  readonly definition: FormDefinition;
  readonly validator: Validator;
}

export function useFormDefinition(entity: string, form = 'default') {
  const client = useClient();
  const model = useModel();
  const query = useQuery({
    queryKey: [...keys.form(entity, form), model.metadata.version, model.language],
    queryFn: async ({ signal }) => {
      const compiled = await client.form(entity, form, signal);
      return { compiled, validator: await loadValidator(compiled.validator) };
    },
    staleTime: Infinity,
  });
  const loaded = useMemo(
    (): LoadedForm | undefined =>
      query.data && { definition: readDefinition(query.data.compiled, model), validator: query.data.validator },
    [query.data, model],
  );
  return { loaded, error: query.error, refetch: query.refetch };
}

/** A validator that fails on a value has not found anything wrong with it. */
function guarded(validate: Validator): Validator {
  const guard = (data: unknown): boolean => {
    try {
      const isValid = validate(data);
      guard.errors = validate.errors ?? null;
      return isValid;
    } catch {
      return true;
    }
  };
  guard.errors = null as Validator['errors'];
  return guard;
}

/** Without it nothing is lost but speed: the server checks every value again. */
async function loadValidator(url: string): Promise<Validator> {
  try {
    const module = (await import(/* @vite-ignore */ url)) as { readonly default: Validator };
    return guarded(module.default);
  } catch {
    return () => true;
  }
}
