// A menu behind a button: arrow keys move, Enter chooses, Esc closes, a tick marks what is on.
import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Popover } from 'antd';
import type { TooltipPlacement } from 'antd/es/tooltip';
import { Icon } from './icon/icon.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import styles from './menu.module.css';

export type MenuItem =
  | { readonly kind: 'separator'; readonly key: string }
  | { readonly kind: 'heading'; readonly key: string; readonly label: string }
  | {
      readonly kind?: 'item';
      readonly key: string;
      readonly label: ReactNode;
      readonly icon?: string | undefined;
      readonly hint?: ReactNode;
      readonly checked?: boolean;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      /** A menu where several things are switched on and off stays open. */
      readonly keepsOpen?: boolean;
      run(): void;
    };

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly placement?: TooltipPlacement;
  readonly width?: number;
  readonly header?: ReactNode;
  /** The button; it gets the handlers of the menu. */
  readonly children: ReactElement;
}

export function Menu({ label, items, placement = 'bottomLeft', width, header, children }: MenuProps): ReactNode {
  const [open, setOpen] = useFocusReturn(useState(false));
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement={placement}
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
      content={
        <div style={{ minWidth: 180, width }}>
          {header}
          <MenuList label={label} items={items} close={() => setOpen(false)} />
        </div>
      }
    >
      {children}
    </Popover>
  );
}

function MenuList({ label, items, close }: { label: string; items: readonly MenuItem[]; close(): void }): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={(element) => {
        if (element && !list.current) focusables(element)[0]?.focus({ preventScroll: true });
        list.current = element;
      }}
      role="menu"
      aria-label={label}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === 'Tab') close();
        moveFocus(event);
      }}
    >
      {items.map((item) => (
        <MenuRow key={item.key} item={item} close={close} />
      ))}
    </div>
  );
}

function MenuRow({ item, close }: { item: MenuItem; close(): void }): ReactNode {
  if (item.kind === 'separator') return <div role="separator" className={styles.separator} />;
  if (item.kind === 'heading') return <div className={styles.heading}>{item.label}</div>;
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={item.checked}
      disabled={item.disabled}
      className={styles.item}
      data-danger={item.danger}
      onClick={() => {
        if (!item.keepsOpen) close();
        item.run();
      }}
    >
      {item.icon && <Icon name={item.icon} className={styles.icon} />}
      <span className={styles.label}>{item.label}</span>
      {item.hint && <span className={styles.hint}>{item.hint}</span>}
      {item.checked && <Icon name="check" size={14} />}
    </button>
  );
}

function focusables(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('button:not(:disabled)')];
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = focusables(event.currentTarget);
  const at = all.findIndex((element) => element === document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
}
