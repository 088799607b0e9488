// Starts the designer: appearance, texts, client, router.
import '@trellis/ui/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createClient } from '@trellis/client/client';
import { ServerUnreachable } from '@trellis/client/problem';
import { createAppearance } from '@trellis/ui/appearance';
import { startI18n } from '@trellis/ui/i18n';
import { ThemeProvider } from '@trellis/ui/theme';
import { ToastProvider } from '@trellis/ui/toast';
import { createDesignerRouter } from './app/router.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root');

const appearance = createAppearance(document.documentElement, window.localStorage);
const i18n = await startI18n(['common', 'designer']);
const client = createClient();
client.useLanguage(i18n.language);
i18n.on('languageChanged', client.useLanguage);
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (failures, error) => error instanceof ServerUnreachable && failures < 2,
    },
  },
});
const router = createDesignerRouter({ client, queries });

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
