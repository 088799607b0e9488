// The members that many kinds share: names, labels, expressions, colours. Every kind's file builds its JSON Schema from these.
import { Type, type Static, type TSchema } from '@sinclair/typebox';

const namePattern = '^[a-z][a-z0-9_]{0,49}$';

export const Name = Type.String({
  pattern: namePattern,
  description: 'snake_case, English, at most 50 characters; the database uses the same word',
});

/** A name of something in particular, which `description` says. */
export function nameOf(description: string) {
  return Type.String({ pattern: namePattern, description });
}

const Language = Type.String({
  pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  description: 'A language tag, such as en or zh-CN',
});

/** The languages that the product speaks. */
export const languages = ['en', 'zh-CN'] as const;

export const Label = Type.Union(
  [
    Type.String({ minLength: 1 }),
    Type.Record(Language, Type.String({ minLength: 1 }), {
      additionalProperties: false,
      // One at least that somebody can read.
      not: { propertyNames: { not: { enum: languages } } },
    }),
  ],
  { description: 'A text for every language, or { "en": …, "zh-CN": … }' },
);
export type Label = Static<typeof Label>;

/** JSONLogic; its structure is checked by `@trellis/expressions`, not by JSON Schema. */
export const ExpressionJson = Type.Unknown({ description: 'A JSONLogic expression' });

/** A constant or an expression that gives true or false. */
export const Condition = Type.Union([Type.Boolean(), Type.Object({}, { additionalProperties: true })], {
  description: 'true, false or a JSONLogic expression',
});
export type Condition = Static<typeof Condition>;

export const Color = Type.Union(
  ['gray', 'blue', 'cyan', 'green', 'lime', 'yellow', 'orange', 'red', 'pink', 'purple'].map((name) =>
    Type.Literal(name),
  ),
  { description: 'A named colour; the theme decides its shade in light and dark' },
);

export const Icon = Type.String({ pattern: '^[a-z][a-z0-9-]*$', description: 'Name of an icon, such as "target"' });

/** What every item of every kind may say. */
export const itemMembers = {
  $schema: Type.Optional(Type.String()),
  id: Type.Optional(Name),
  name: Name,
};

/** Objects refuse members they do not know, so that a misspelt one is found. */
export const closed = { additionalProperties: false } as const;

/** Members keyed by their names; other keys are refused. */
export function Named<Member extends TSchema>(member: Member) {
  return Type.Record(Name, member, closed);
}

/** A field of the record, or a path through look-ups: `author.owner.name`. */
export const FieldPath = Type.String({ pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$', maxLength: 250 });

/** `name`, or `-name` for descending. */
export const SortKey = Type.String({ pattern: '^-?[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$', maxLength: 250 });
