// The model as it will be, as screens ask it.
import { useMemo } from 'react';
import { createModel, useModel, type Model } from '@trellis/renderer/model';
import { useDraftInHand } from './draft-provider.tsx';

export function useDraftModel(): Model {
  const { me } = useModel();
  const { model } = useDraftInHand();
  return useMemo(() => createModel(model, me), [model, me]);
}
