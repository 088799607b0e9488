// `template`: what a folder of metadata is called, needs and may be used for.
import { Type, type Static } from '@sinclair/typebox';
import { Icon, Label, Name, closed, itemMembers, nameOf } from './common.ts';

export const Template = Type.Object(
  {
    ...itemMembers,
    format: Type.Integer({ minimum: 1, description: 'Version of the metadata format that the folder is written in' }),
    version: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$', description: 'Version of the template, such as 1.4.0' }),
    label: Label,
    description: Type.Optional(Label),
    icon: Type.Optional(Icon),
    license: Type.Optional(Type.String({ description: 'SPDX identifier, such as Apache-2.0' })),
    extends: Type.Optional(Type.Array(Name, { description: 'Templates that must be installed before this one' })),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'Default currency of a new workspace' })),
    country: Type.Optional(
      Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166; how telephone numbers without + are read' }),
    ),
    home: Type.Optional(nameOf('The app that opens first')),
  },
  { ...closed, $id: 'template' },
);
export type Template = Static<typeof Template>;
