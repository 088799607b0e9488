// Random expressions that give text.
import fc, { type Arbitrary } from 'fast-check';
import { leaf, operation, scalars, type Make } from './random-leaf.ts';
import { halves, places } from './random-numbers.ts';

export function texts(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const text = make('text', depth);
  const scalar = fc.oneof(...scalars.map((type) => make(type, depth)));
  const place = fc.integer({ min: -3, max: 4 });
  return [
    operation(['cat'], fc.array(fc.oneof(scalar, text), { minLength: 1, maxLength: 3 })),
    operation(['lower', 'upper', 'trim'], fc.tuple(text)),
    operation(['left', 'right', 'repeat'], fc.tuple(text, count(depth, make))),
    operation(['mid'], fc.tuple(text, count(depth, make), count(depth, make))),
    operation(['replace'], fc.tuple(text, leaf('text'), leaf('text'))),
    operation(['replace_matches'], fc.tuple(text, pattern, leaf('text'))),
    operation(['to_text'], fc.tuple(scalar)),
    operation(['format_number'], fc.tuple(halves(depth, make), places(depth, make))),
    operation(['format_number'], fc.tuple(make('number', depth))),
    operation(['format_date'], fc.tuple(fc.oneof(make('date', depth), make('datetime', depth)), datePattern)),
    operation(['amount_in_words'], fc.tuple(fc.oneof(make('number', depth), halves(depth, make)))),
    operation(['substr'], fc.tuple(text, place)),
    operation(['substr'], fc.tuple(text, place, place)),
  ];
}

export const pattern = fc.constantFrom('^a', '[A-Z_]+', '\\d{2,}', '😀|华.', '\\s*$', '(a|b)?', '[^0-9a-z]');

/** Code points and UTF-16 units put these in different orders. */
export const farText = fc.constantFrom('\ufffd', '！', '😀', '𠀀');

const datePattern = fc.constantFrom(
  'YYYY-MM-DD', 'M/D/YYYY', "DD.MM.YYYY 'um' HH:mm:ss", 'YYYY年M月D日 HH时mm分', "''\"\\'D'", 'MMD', "''",
); // prettier-ignore

function count(depth: number, make: Make): Arbitrary<unknown> {
  return fc.oneof(
    fc.integer({ min: -2, max: 5 }),
    fc.constantFrom(1.9, -0.9, 3_000_000_000),
    make('number', Math.min(depth, 1)),
  );
}
