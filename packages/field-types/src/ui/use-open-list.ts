// Whether a list of choices is open: at once where its field has the focus from the start, for who goes into it wants to choose.
import { useEffect, useState } from 'react';

export function useOpenList(autoFocus = false): readonly [open: boolean, setOpen: (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  // Not in the first state: a list that opens while its form is still being loaded would keep the Esc key for itself for ever.
  useEffect(() => {
    if (autoFocus) setOpen(true);
  }, [autoFocus]);
  return [open, setOpen];
}
