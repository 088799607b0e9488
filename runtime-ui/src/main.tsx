// Starts the page: appearance, texts, client, router. Everything below gets them as properties or context.
import '@trellis/ui/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createClient } from '@trellis/client/client';
import { createAppearance } from '@trellis/ui/appearance';
import { startI18n } from '@trellis/ui/i18n';
import { ThemeProvider } from '@trellis/ui/theme';
import { ToastProvider } from '@trellis/ui/toast';
import { createQueries } from './app/queries.ts';
import { reloadAfterUpdate } from './app/reload-after-update.ts';
import { createAppRouter } from './app/router.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root');

reloadAfterUpdate();
const appearance = createAppearance(document.documentElement, window.localStorage);
const i18n = await startI18n(['common', 'shell', 'list']);
const client = createClient();
client.useLanguage(i18n.language);
i18n.on('languageChanged', client.useLanguage);
const queries = createQueries(() => {
  const me = queries.getQueryState(['me']);
  if (me?.data === undefined || me.isInvalidated) return;
  // The screens stay as they are until the log-in has come up.
  void queries.invalidateQueries({ queryKey: ['me'], refetchType: 'none' });
  void router.invalidate();
});
const router = createAppRouter({ client, queries });

createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ThemeProvider appearance={appearance}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
