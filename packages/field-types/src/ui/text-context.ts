// What reading and writing text of a field needs, taken from the screen.
import type { TextContext } from '../contract.ts';
import type { FieldScreen } from './screen.ts';

export function textContextOf(screen: FieldScreen, field: object): TextContext {
  return {
    options: screen.optionsOf('options' in field ? field.options : undefined),
    currency: screen.currency,
    country: screen.country,
    language: screen.language,
    timeZone: screen.timeZone,
  };
}
