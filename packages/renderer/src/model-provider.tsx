// Sets up what every screen of the renderer reads from its surroundings: the model, where screens lead, and what cells and
// widgets need. An app wraps its pages in it once, inside its query client and its texts.
import { useMemo, type ReactNode } from 'react';
import type { Client } from '@trellis/client/client';
import type { Metadata } from '@trellis/client/metadata';
import type { Me } from '@trellis/client/wire';
import { FieldScreenContext } from '@trellis/field-types/ui/screen';
import { useConditionMatcher } from './conditions/use-condition-matcher.ts';
import { ClientContext } from './data/client.ts';
import { fieldScreenOf } from './field-screen.ts';
import { useInlineCreate } from './lookup/inline-create.tsx';
import { createModel, ModelContext } from './model.ts';
import { NavigationContext, type Navigation } from './navigation.ts';
import { PeekProvider } from './record/peek-provider.tsx';

export interface ModelProviderProps {
  readonly metadata: Metadata;
  readonly me: Me;
  readonly client: Client;
  readonly navigation: Navigation;
  readonly children: ReactNode;
}

export function ModelProvider({ metadata, me, client, navigation, children }: ModelProviderProps): ReactNode {
  const wantsConditions = me.permissions.some((rule) => rule.conditions !== undefined);
  const matches = useConditionMatcher(metadata, me, wantsConditions);
  const model = useMemo(() => createModel(metadata, me, matches), [metadata, me, matches]);
  const inlineCreate = useInlineCreate();
  const screen = useMemo(
    () => fieldScreenOf({ model, client, navigation, create: inlineCreate.create }),
    [model, client, navigation, inlineCreate.create],
  );
  return (
    <ClientContext value={client}>
      <ModelContext value={model}>
        <NavigationContext value={navigation}>
          <FieldScreenContext value={screen}>
            <PeekProvider>{children}</PeekProvider>
            {inlineCreate.drawer}
          </FieldScreenContext>
        </NavigationContext>
      </ModelContext>
    </ClientContext>
  );
}
