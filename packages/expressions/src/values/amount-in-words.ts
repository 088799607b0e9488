// An amount of yuan in words, as forms for payment have to have it. Source: 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》,
// where it leaves a choice the form that it gives first: 零 between 元 and 角 where the yuan end in 0, none after 万 for that alone.
import type { Numeric } from '../operand.ts';
import { Decimal } from './numbers.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['仟', '佰', '拾', ''];
const groups = ['亿', '万', ''];

/** From here on there is no word. */
const sizeLimit = '1e12';

export function amountInWords(amount: Numeric): string | null {
  const rounded = new Decimal(amount).toDecimalPlaces(2);
  if (rounded.abs().greaterThanOrEqualTo(sizeLimit)) return null;
  const [whole = '', fraction = ''] = rounded.abs().toFixed(2).split('.');
  return (rounded.isNegative() && !rounded.isZero() ? '负' : '') + yuan(whole, fraction);
}

function yuan(whole: string, fraction: string): string {
  const words = wholeInWords(whole.padStart(12, '0'));
  const [jiao = '', fen = ''] = [word(fraction[0], '角'), word(fraction[1], '分')];
  if (words === '') return jiao + fen === '' ? '零元整' : jiao + fen;
  if (jiao + fen === '') return `${words}元整`;
  const hasGap = jiao === '' || whole.endsWith('0');
  return `${words}元${hasGap ? '零' : ''}${jiao}${fen}`;
}

/** Of twelve digits; nothing for zero. */
function wholeInWords(whole: string): string {
  let words = '';
  let hasGap = false;
  groups.forEach((group, index) => {
    const four = whole.slice(index * 4, index * 4 + 4);
    if (Number(four) === 0) {
      hasGap = true;
      return;
    }
    if (words !== '' && (hasGap || four.startsWith('0'))) words += '零';
    words += fourInWords(four) + group;
    hasGap = false;
  });
  return words;
}

function fourInWords(four: string): string {
  let words = '';
  let hasGap = false;
  places.forEach((place, index) => {
    const digit = word(four[index], place);
    if (digit !== '' && hasGap) words += '零';
    hasGap = digit === '' && words !== '';
    words += digit;
  });
  return words;
}

function word(digit: string | undefined, unit: string): string {
  return digit === undefined || digit === '0' ? '' : `${digits[Number(digit)]}${unit}`;
}
