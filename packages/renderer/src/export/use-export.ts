// One export from the click to the saved file: how much of it has come, what went wrong, and giving it up.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@trellis/client/problem';
import type { ExportRequest } from '@trellis/client/wire';
import { useClient } from '../data/client.ts';
import { saveFile } from './save-file.ts';

export type ExportState =
  | { readonly kind: 'asked' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface Export {
  readonly state: ExportState;
  /** @returns the name of the saved file; null where there is none. */
  run(request: ExportRequest): Promise<string | null>;
}

/** Given up when whoever asked goes away. */
export function useExport(entity: string): Export {
  const { t } = useTranslation(['list', 'common']);
  const client = useClient();
  const [state, setState] = useState<ExportState>({ kind: 'asked' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  return {
    state,
    async run(request) {
      const { signal } = (running.current = new AbortController());
      setState({ kind: 'running', bytes: 0 });
      let begun = false;
      const onProgress = (bytes: number): void => {
        begun = true;
        setState({ kind: 'running', bytes });
      };
      try {
        const file = await client.records(entity).export(request, { signal, onProgress });
        saveFile(file);
        return file.name;
      } catch (error) {
        const problem = problemOf(error);
        const silence = begun ? t('export_broken_off') : t('common:server_unreachable');
        if (!signal.aborted) setState({ kind: 'failed', message: problem?.detail ?? problem?.title ?? silence });
        return null;
      }
    },
  };
}
