// What fields that hold a moment may say beside the common members.
import { Type } from '@sinclair/typebox';

export const momentOptions = Type.Object({
  due_while: Type.Optional(
    Type.Unknown({
      description:
        'JSONLogic over the record: while it holds, what is to happen at this moment is still open, and overdue once it has passed.',
    }),
  ),
});
