import type { CSSProperties } from 'react';

/** The grounds and inks of customers' pages, by theme. */
export const previewLook: Record<'light' | 'dark', CSSProperties> = {
  light: {
    colorScheme: 'light',
    '--p-ground': 'oklch(1 0 0)',
    '--p-ink': 'oklch(0.23 0.015 230)',
    '--p-ink-2': 'oklch(0.42 0.015 230)',
    '--p-line': 'oklch(0.905 0.005 220)',
    '--p-control': 'oklch(0.655 0.012 220)',
    '--p-accent': 'oklch(0.53 0.11 200)',
    '--p-danger': 'oklch(0.5 0.19 25)',
  } as CSSProperties,
  dark: {
    colorScheme: 'dark',
    '--p-ground': 'oklch(0.208 0.009 230)',
    '--p-ink': 'oklch(0.94 0.005 220)',
    '--p-ink-2': 'oklch(0.79 0.008 225)',
    '--p-line': 'oklch(0.31 0.011 230)',
    '--p-control': 'oklch(0.54 0.013 230)',
    '--p-accent': 'oklch(0.81 0.1 200)',
    '--p-danger': 'oklch(0.79 0.115 25)',
  } as CSSProperties,
};
