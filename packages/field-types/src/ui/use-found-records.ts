// The records that match what is typed, asked for once typing rests a moment; an answer that comes too late is dropped.
import { useEffect, useEffectEvent, useState } from 'react';
import { useFieldScreen, type FindRequest, type FoundRecord } from './screen.ts';

const restMilliseconds = 150;

export interface FoundRecords {
  readonly found: readonly FoundRecord[];
  readonly searching: boolean;
  /** Nobody knows what there is: the question could not be asked. */
  readonly failed: boolean;
}

const nothing: FoundRecords = { found: [], searching: false, failed: false };

export function useFoundRecords({ entity, text, filter, record }: FindRequest, wanted: boolean): FoundRecords {
  const { records } = useFieldScreen();
  const ask = useEffectEvent((signal: AbortSignal) => records.find({ entity, text, filter, record }, signal));
  const [answer, setAnswer] = useState(nothing);
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    setAnswer((last) => ({ ...last, searching: true }));
    const timer = setTimeout(
      () => {
        ask(abort.signal).then(
          (found) => !abort.signal.aborted && setAnswer({ ...nothing, found }),
          () => !abort.signal.aborted && setAnswer({ ...nothing, failed: true }),
        );
      },
      text === '' ? 0 : restMilliseconds,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [entity, text, wanted]);
  return answer;
}
