// What a field of type phone takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const phoneExamples: Examples<'phone'> = {
  field: { type: 'phone' },
  valid: [
    { value: '+8613800138000' },
    { value: '138 0013 8000', canonical: '+8613800138000' },
    { value: '010-88886666', canonical: '+861088886666' },
    { value: '+1 (212) 555-0123', canonical: '+12125550123' },
    { value: '+861088886666;ext=8001' },
    { value: '212-555-0123', canonical: '+12125550123', field: { type: 'phone', country: 'US' } },
  ],
  blank: ['', ' '],
  invalid: [
    { value: '12345', code: 'not_a_phone', beyondSchema: true },
    { value: 'call me', code: 'not_a_phone', beyondSchema: true },
    { value: '+999123456789', code: 'not_a_phone', beyondSchema: true },
    { value: 13800138000, code: 'not_a_text' },
    { value: '1'.repeat(101), code: 'too_long' },
  ],
  texts: [
    { text: '(+86)138-0013-8000', means: '+8613800138000' },
    { text: '１３８００１３８０００', means: '+8613800138000' },
    { text: '010-88886666转8001', means: '+861088886666;ext=8001' },
    { text: '0755-26000000-123', means: '+8675526000000;ext=123' },
    { text: '0086 138 0013 8000', means: '+8613800138000' },
    { text: '400-820-8820', means: '+864008208820' },
    { text: '+44 20 7946 0958 ext. 12', means: '+442079460958;ext=12' },
    { text: '13800138000 (Anna)', code: 'not_a_phone' },
    { text: '1-800-FLOWERS', code: 'not_a_phone', context: { country: 'US' } },
    { text: '无', code: 'not_a_phone' },
    { text: '', means: null },
  ],
};
