// Whether a field that is being made can go into the draft: what its type still asks for, and what the model as it will be says
// against one that is worked out.
import { useTranslation } from 'react-i18next';
import type { Field } from '@trellis/metadata/kinds';
import { translate } from '@trellis/metadata/messages';
import type { JudgedField } from '@trellis/metadata/judge-field';
import { isComputed, type ComputedField } from '@trellis/metadata/value-field';
import { useModel } from '@trellis/renderer/model';
import { useJudged } from '../computed/use-judged.ts';
import { fieldOf, type FieldDraft } from './field-draft.ts';
import { missingOptions } from './type-options.tsx';

export interface FieldCheck {
  readonly isSound: boolean;
  /** Of one that is worked out, once it is whole. */
  readonly computed: { readonly field: ComputedField; readonly judged: JudgedField } | undefined;
  /** What is wrong with an option; what is missing is told once somebody has `tried` to go on. */
  errorOf(option: string, tried: boolean): string;
}

interface Place {
  readonly entity: string;
  readonly name: string;
}

export function useFieldCheck(place: Place, draft: FieldDraft, before: Field | undefined): FieldCheck {
  const { t } = useTranslation('designer');
  const { language } = useModel();
  const missing = missingOptions(draft);
  const field = fieldOf(draft, before, undefined);
  const whole = missing.length === 0 && isComputed(field) ? field : undefined;
  const judged = useJudged(place, whole);
  const problems = judged?.problems ?? [];
  return {
    isSound: missing.length === 0 && problems.length === 0 && !judged?.circle,
    computed: whole && judged && { field: whole, judged },
    errorOf(option, tried) {
      if (tried && missing.includes(option)) return t(formulas.has(option) ? 'formula_missing' : 'option_missing');
      const found = problems.find(({ path }) => path === `/${option}` || path.startsWith(`/${option}/`));
      return found ? textOf(found, language) : '';
    },
  };
}

/** They are written, and count as missing while something is wrong with them. */
const formulas: ReadonlySet<string> = new Set(['expression', 'filter']);

/** In the reader's language, with the way out. */
function textOf(problem: JudgedField['problems'][number], language: string): string {
  const inChinese = language.startsWith('zh');
  const { message, hint } = translate(problem, inChinese ? 'zh-CN' : 'en');
  return [message, hint].filter(Boolean).join(inChinese ? '' : ' ');
}
