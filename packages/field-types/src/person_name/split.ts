// Family and given name from a name that is written in one piece, and the other way round.

export interface NameParts {
  readonly family?: string;
  readonly given?: string;
  readonly middle?: string;
}

const compoundFamilies = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 ' +
    '段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 南荣 ' +
    '东里 东宫 仲长 子书 子桑 即墨 达奚 褚师'
  ).split(' '),
);
const particles = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'bin',
  'ibn',
  'al',
  'ter',
  'zu',
]);

const han = /^\p{Script=Han}+$/u;

/** Chinese names without a blank, others as given, middle, family; a name of one member is that member. */
export function joinName({ family = '', given = '', middle = '' }: NameParts): string {
  const chinese = han.test(family + given) && middle === '';
  return chinese ? family + given : [given, middle, family].filter((part) => part !== '').join(' ');
}

/** `undefined`: it cannot be said which part is which. */
export function splitName(full: string): NameParts | undefined {
  if (han.test(full)) return splitChineseName(full);
  const [family = '', given, ...more] = full.split(/\s*[,，]\s*/);
  if (given !== undefined) return more.length === 0 && family !== '' && given !== '' ? { family, given } : undefined;
  const names = full.split(/\s+/);
  if (names.length < 2) return undefined;
  const particle = names.findIndex((name, place) => place > 0 && particles.has(name.toLowerCase()));
  const start = particle === -1 || particle === names.length - 1 ? names.length - 1 : particle;
  return { family: names.slice(start).join(' '), given: names.slice(0, start).join(' ') };
}

/** A family name has one character but for the known ones of two; longer names are transcriptions. */
function splitChineseName(full: string): NameParts | undefined {
  const characters = [...full];
  if (characters.length < 2 || characters.length > 4) return undefined;
  const compound = characters.length > 2 && compoundFamilies.has(characters.slice(0, 2).join(''));
  if (characters.length === 4 && !compound) return undefined;
  const length = compound ? 2 : 1;
  return { family: characters.slice(0, length).join(''), given: characters.slice(length).join('') };
}
