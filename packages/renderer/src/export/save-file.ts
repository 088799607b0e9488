// A file that the page holds goes where the browser keeps downloads.
import type { DownloadedFile } from '@trellis/client/wire';

/** Some browsers begin to read it only later. */
const heldMs = 60_000;

export function saveFile({ name, content }: DownloadedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), heldMs);
}
