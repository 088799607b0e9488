// The types whose options are chosen in inputs of their own, since one choice decides what the next one offers.
import type { FunctionComponent } from 'react';
import type { FieldTypeName } from '@trellis/field-types/registry';
import { LookedUpOptions } from './looked-up-options.tsx';
import type { OwnOptionsProps } from './own-options-props.ts';
import { RollupOptions } from './rollup-options.tsx';

export const ownOptions: { readonly [name in FieldTypeName]?: FunctionComponent<OwnOptionsProps> } = {
  rollup: RollupOptions,
  looked_up: LookedUpOptions,
};
