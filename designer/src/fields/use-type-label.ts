// What a field type is called in the user's language.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import { useModel } from '@trellis/renderer/model';

export function useTypeLabel(): (type: string) => string {
  const { label } = useModel();
  return (type) => (isFieldTypeName(type) ? label(fieldType(type).label, type) : type);
}
