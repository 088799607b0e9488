// Writes into a text area as if it were typed, so that Ctrl Z takes it back.

interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** `caret`: where it stands afterwards, from where the piece begins. */
export function replaceText(area: HTMLTextAreaElement, { offset, length }: Piece, text: string, caret: number): void {
  area.focus();
  area.setSelectionRange(offset, offset + length);
  // Nothing else reaches the browser's own history of changes; it is deprecated and everywhere.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, offset, offset + length, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(offset + caret, offset + caret);
}
