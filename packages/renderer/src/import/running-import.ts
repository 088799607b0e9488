// Which import of an entity was started last, so that whoever comes back to the page sees how far it is. Kept in this browser tab.

export function rememberImport(entity: string, job: string): void {
  sessionStorage.setItem(keyOf(entity), job);
}

export function rememberedImport(entity: string): string | null {
  return sessionStorage.getItem(keyOf(entity));
}

export function forgetImport(entity: string): void {
  sessionStorage.removeItem(keyOf(entity));
}

function keyOf(entity: string): string {
  return `trellis.import.${entity}`;
}
