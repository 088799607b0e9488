// Edits a web address; one without http:// or https:// gets it.
import type { ReactNode } from 'react';
import { ParsedInput } from '../ui/parsed-input.tsx';
import { url } from './url.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const urlWidget: WidgetSide<FieldOf<'url'>, WireOf<'url'>> = { Widget: UrlWidget };

function UrlWidget(props: WidgetProps<FieldOf<'url'>, WireOf<'url'>>): ReactNode {
  return <ParsedInput {...props} type={url} inputMode="url" />;
}
