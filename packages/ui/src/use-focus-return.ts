// For what pops up beside its button: when it closes, the focus goes back to where it was when it opened, so that the keyboard
// goes on from there. In and out: the state `open` and its setter.
import { useRef } from 'react';

type OpenState = readonly [open: boolean, setOpen: (open: boolean) => void];

export function useFocusReturn([open, setOpen]: OpenState): OpenState {
  const opener = useRef<Element | null>(null);
  const change = (next: boolean): void => {
    if (next) opener.current = document.activeElement;
    else if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    setOpen(next);
  };
  return [open, change];
}
