import '@fontsource-variable/inter/wght.css';
import './ui/theme.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api.ts';
import { I18nProvider, initialLocale, loadLanguage } from './i18n/i18n.tsx';
import { router } from './router.tsx';
import { applyPreferences } from './shell/preferences.ts';
import { ToastProvider } from './ui/toast.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

applyPreferences();
const language = await loadLanguage(initialLocale());

createRoot(place).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <I18nProvider initial={language}>
        <QueryClientProvider client={queryClient}>
          <TooltipProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </TooltipProvider>
        </QueryClientProvider>
      </I18nProvider>
    </CSPProvider>
  </StrictMode>,
);
