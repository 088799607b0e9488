// `app`: the navigation that a group of people works with.
import { Type, type Static } from '@sinclair/typebox';
import { Icon, Label, Name, closed, itemMembers, nameOf } from './common.ts';

export const NavigationItem = Type.Object(
  {
    entity: Name,
    view: Type.Optional(nameOf('The view that opens; absent: the default one')),
    label: Type.Optional(Label),
    icon: Type.Optional(Icon),
  },
  closed,
);

export const App = Type.Object(
  {
    ...itemMembers,
    label: Label,
    icon: Type.Optional(Icon),
    order: Type.Optional(Type.Integer({ description: 'Lower numbers come first' })),
    roles: Type.Optional(Type.Array(Name, { description: 'Who sees it; absent: everybody' })),
    groups: Type.Array(
      Type.Object(
        { name: Name, label: Type.Optional(Label), items: Type.Array(NavigationItem, { minItems: 1 }) },
        closed,
      ),
      { minItems: 1 },
    ),
    home: Type.Optional(nameOf('The entity whose list opens first')),
  },
  { ...closed, $id: 'app' },
);
export type App = Static<typeof App>;
export type NavigationItem = Static<typeof NavigationItem>;
