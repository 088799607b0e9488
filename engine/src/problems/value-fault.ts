// A fault of one value of a record, in the asker's language.
import { type Fault, fillText, textIn, type Params } from './problem.ts';
import { valueCodes, type ValueCode } from './value-codes.ts';

/** `field` becomes the JSON pointer of the value in the body; `under` the pointer of the row it stands in. */
export function valueFault(field: string, code: ValueCode, language: string, params: Params = {}, under = ''): Fault {
  return { path: pointer(field, under), code, message: fillText(textIn(valueCodes[code], language), params) };
}

/** RFC 6901. */
export function pointer(field: string, under = ''): string {
  return `${under}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
