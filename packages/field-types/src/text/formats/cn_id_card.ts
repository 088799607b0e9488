// The 18 characters of a Chinese identity card: region, date of birth, sequence, check character (GB 11643-1999).
import { isDay } from '../../date/calendar.ts';
import { weighted } from './checksums.ts';

const shape = /^([1-9]\d)\d{4}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export function isCnIdCard(text: string): boolean {
  const match = shape.exec(text);
  if (match === null) return false;
  const [, region = '', year, month, day] = match;
  return (
    regions.has(region) &&
    isDay(Number(year), Number(month), Number(day)) &&
    text[17] === checkCharacters[weighted(text, weights) % 11]
  );
}
