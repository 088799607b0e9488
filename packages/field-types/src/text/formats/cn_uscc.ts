// The unified social credit code of Chinese organisations: 18 characters, the last one a check character (GB 32100-2015).

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /^[1-9A-HJ-NP-RTUWXY][1-9A-HJ-NP-RTUWXY]\d{6}[\dA-HJ-NP-RTUWXY]{10}$/;

export function isCnUscc(text: string): boolean {
  if (!shape.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of text.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return text[17] === alphabet[(31 - (sum % 31)) % 31];
}
