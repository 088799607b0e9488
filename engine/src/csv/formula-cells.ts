// A cell of a CSV file may begin as a formula does, and whoever opens the file in a spreadsheet would run it. Such text goes out
// with an apostrophe in front, the mark of spreadsheets for "this is text", and comes in without it: what was written is read back.

/**
 * What spreadsheets take for the beginning of a formula: a sign, half or full width, behind blanks or not, or a blank that they
 * drop together with what they split the line by. With apostrophes already in front it counts as well: else one of the text's
 * own would be lost on the way back.
 */
const beginning = /^'*(?: *[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

export function defused(text: string): string {
  return beginning.test(text) ? `'${text}` : text;
}

/** What `defused` was given: `undefused(defused(text)) = text` for every text. */
export function undefused(cell: string): string {
  return cell.startsWith("'") && beginning.test(cell) ? cell.slice(1) : cell;
}
