// After an update of the server a page that is still open asks for files that are no longer there: it is loaded anew, but not over and
// over where the file is missing for another reason.

const storageKey = 'trellis.reloaded_at';
const leastMilliseconds = 60_000;

export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(window.sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - last < leastMilliseconds) return;
    window.sessionStorage.setItem(storageKey, String(Date.now()));
    window.location.reload();
  });
}
