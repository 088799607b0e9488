// How Chinese text is typed on a Latin keyboard: 华为技术 gives `HuaWeiJiShu HWJS`. Capitals mark where a syllable begins, so that
// `hao` is told from the end of `zhao`; letters and digits among the characters stand as they are. Pure, and the same every time.
import { pinyin } from 'pinyin-pro';

/** Characters that have readings, as the inside of a bracket of a regular expression, in JavaScript and in PostgreSQL. */
export const chinese = '〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}';

const holdsChinese = new RegExp(`[${chinese}]`, 'u');

export function isChinese(text: string): boolean {
  return holdsChinese.test(text);
}

/** Titles are found by their beginning; what stands behind is found by its characters alone. */
const mostCharacters = 100;

/** Words to find the text by; none where its characters have no known reading. */
export function pinyinWords(text: string): readonly string[] {
  const characters = [...text.normalize('NFKC')].slice(0, mostCharacters);
  const plain = readings(characters);
  const surname = surnameOf(characters);
  const asName = surname.some((syllable, index) => syllable !== plain[index])
    ? words(characters, [...surname, ...plain.slice(surname.length)])
    : [];
  return [...new Set([...words(characters, plain), ...asName])];
}

function words(characters: readonly string[], syllables: readonly string[]): string[] {
  const units = characters.map((character, index) => unit(character, syllables[index] ?? ''));
  const word = units.join('');
  // ü is typed as v, and by some as u.
  return [word, word.replaceAll('v', 'u'), units.map((each) => each.charAt(0)).join('')].filter((each) => each !== '');
}

/** A syllable with a capital, a letter or digit as it is; nothing for all other characters. */
function unit(character: string, syllable: string): string {
  if (/^[\da-z]$/i.test(character)) return character.toUpperCase();
  if (!isChinese(character) || !/^[a-z]+$/.test(syllable)) return '';
  return syllable.charAt(0).toUpperCase() + syllable.slice(1);
}

/** 曾 is zeng in 曾国藩 and ceng in 曾经: what heads a text may be a surname or not, and is found by either reading. */
function surnameOf(characters: readonly string[]): readonly string[] {
  const head = characters.slice(0, 2).join('');
  let surname = surnames.get(head);
  if (!surname) {
    if (surnames.size >= mostSurnames) surnames.clear();
    surnames.set(head, (surname = surnameAtHead(characters)));
  }
  return surname;
}

/** Texts begin in the same few ways, and a look here spares two thirds of the work. */
const surnames = new Map<string, readonly string[]>();
const mostSurnames = 10_000;

/** Of two characters only where it takes both to make the surname, as in 尉迟. */
function surnameAtHead(characters: readonly string[]): readonly string[] {
  const [one, two] = [characters.slice(0, 1), characters.slice(0, 2)].map((head) => readings(head, 'head'));
  return (one?.[0] === two?.[0] ? one : two) ?? [];
}

function readings(characters: readonly string[], surname: 'off' | 'head' = 'off'): string[] {
  return pinyin(characters.join(''), { toneType: 'none', type: 'array', v: true, surname });
}
