// Items in the order in which people look for them: by label, as the reader's language sorts (Chinese by pinyin).
import type { Label } from '@trellis/metadata/kinds';
import type { Model } from '@trellis/renderer/model';

interface Named {
  readonly name: string;
  readonly label?: Label | undefined;
}

export function byLabel<Item extends Named>(
  items: readonly Item[],
  { language, label }: Pick<Model, 'language' | 'label'>,
): readonly Item[] {
  const { compare } = new Intl.Collator(language);
  return items.toSorted((a, b) => compare(label(a.label, a.name), label(b.label, b.name)));
}
