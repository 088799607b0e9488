// Editing a cell where it stands: the field type's own widget over the cell. Enter and leaving save, Esc gives up. What the server
// refuses stays open with its message, so that nothing typed is lost.
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { ConfigProvider } from 'antd';
import { createPendingEdits, PendingEditsContext } from '@trellis/field-types/ui/pending-edits';
import { cellOf } from '@trellis/field-types/ui';
import { Widget } from '@trellis/field-types/widgets';
import { valueKindOf } from '../filter/operators-of.ts';
import styles from './cell-editor.module.css';
import type { EditedCell } from './edited-cell.ts';
import { useCellSave, type Saved } from './use-cell-save.ts';

interface CellEditorProps {
  readonly entity: string;
  readonly cell: EditedCell;
  onSaved(saved: Saved): void;
  /** `next`: how many columns further the keyboard goes on. */
  onClose(next: number): void;
}

export function CellEditor({ entity, cell, onSaved, onClose }: CellEditorProps): ReactNode {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [pending] = useState(createPendingEdits);
  const { value, companions, change, changeCompanion, save, saving, message } = useCellSave(entity, cell);

  // Enter, and then a click elsewhere, come sooner than an answer: the second would be over a version that the first has replaced.
  const isSaving = useRef(false);
  const finish = useEffectEvent(async (next: number) => {
    if (isSaving.current) return;
    isSaving.current = true;
    pending.flush();
    const outcome = await save();
    isSaving.current = false;
    if (outcome === 'refused') return;
    if (outcome !== 'unchanged') onSaved(outcome);
    onClose(next);
  });
  // A choice is made with one click; nothing more is to be typed.
  const picks = valueKindOf(cell.column.field) === 'choice';
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose(0);
    const confirms = event.key === 'Enter' && !event.shiftKey && !isPicking(event.target);
    if (confirms || event.key === 'Tab') {
      event.preventDefault();
      void finish(event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : 0);
    }
  };

  useLayoutEffect(() => {
    root.current?.querySelector<HTMLElement>('input, textarea, [tabindex="0"], button')?.focus();
  }, []);
  useEffect(() => {
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) void finish(0);
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, []);

  const { place, column, record } = cell;
  const { align } = cellOf(column.field);
  // Where it is wider than its cell, numbers stay where they were.
  const side = align === 'end' ? { right: window.innerWidth - place.right } : { left: place.left };
  return createPortal(
    <div
      ref={root}
      className={styles.editor}
      data-align={align}
      role="dialog"
      aria-label={column.label}
      aria-busy={saving}
      style={{ ...side, top: place.top, minWidth: Math.max(place.width, 180), minHeight: place.height }}
      onKeyDown={onKeyDown}
    >
      <ConfigProvider getPopupContainer={() => root.current ?? document.body}>
        <PendingEditsContext value={pending}>
          <Widget
            id={id}
            entity={entity}
            field={column.field}
            name={column.path}
            label={column.label}
            value={value}
            record={{ ...record, ...companions }}
            onChange={(next) => {
              change(next);
              if (picks) void finish(0);
            }}
            onCompanion={changeCompanion}
            invalid={message !== undefined}
            describedBy={message === undefined ? undefined : `${id}-message`}
            autoFocus
          />
        </PendingEditsContext>
      </ConfigProvider>
      {message !== undefined && (
        <p id={`${id}-message`} role="alert" className={styles.message}>
          {message}
        </p>
      )}
    </div>,
    document.body,
  );
}

/** Enter in an open list of choices chooses; in a text of many lines it begins the next. */
function isPicking(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.tagName === 'TEXTAREA' || target.getAttribute('aria-expanded') === 'true';
}
