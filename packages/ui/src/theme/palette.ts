// The colours, declared once: they become our CSS variables (--bg, --text …) and the tokens of antd. Text on its background has a
// contrast of 4.5 or more in both modes; colours of options mean something, everything else is grey and one accent.

export type Mode = 'light' | 'dark';

export const optionColors = [
  'gray',
  'blue',
  'cyan',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
] as const;
export type OptionColor = (typeof optionColors)[number];

interface Surface {
  readonly bg: string;
  /** The ground beside the sheet: navigation, board. */
  readonly 'bg-subtle': string;
  readonly 'bg-hover': string;
  readonly 'bg-active': string;
  /** What floats: menus, dialogs, cards. */
  readonly 'bg-raised': string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly text: string;
  readonly 'text-2': string;
  readonly 'text-3': string;
  readonly accent: string;
  readonly 'accent-hover': string;
  readonly 'accent-soft': string;
  readonly 'accent-text': string;
  readonly 'on-accent': string;
  readonly danger: string;
  readonly 'danger-soft': string;
  readonly warning: string;
  readonly success: string;
  readonly focus: string;
  readonly 'shadow-1': string;
  readonly 'shadow-2': string;
  readonly backdrop: string;
}

type OptionShades = Readonly<
  Record<OptionColor, { readonly dot: string; readonly soft: string; readonly text: string }>
>;

export interface Palette {
  readonly surface: Surface;
  readonly options: OptionShades;
}

const light: Palette = {
  surface: {
    bg: '#ffffff',
    'bg-subtle': '#f8f8f9',
    'bg-hover': '#f3f3f5',
    'bg-active': '#ebebef',
    'bg-raised': '#ffffff',
    line: '#ebebee',
    'line-strong': '#dadae0',
    text: '#1b1b1f',
    'text-2': '#5d6069',
    'text-3': '#696d77',
    accent: '#4f46e5',
    'accent-hover': '#4338ca',
    'accent-soft': '#eeedfd',
    'accent-text': '#4338ca',
    'on-accent': '#ffffff',
    danger: '#d1293d',
    'danger-soft': '#fdeef0',
    warning: '#a85a00',
    success: '#0b7a4b',
    focus: '#6d66ee',
    'shadow-1': '0 1px 2px rgb(20 20 30 / 6%)',
    'shadow-2': '0 0 0 1px rgb(20 20 30 / 6%), 0 4px 8px -2px rgb(20 20 30 / 8%), 0 16px 32px -8px rgb(20 20 30 / 16%)',
    backdrop: 'rgb(24 24 32 / 32%)',
  },
  options: {
    gray: { dot: '#868a94', soft: '#f0f0f2', text: '#4b4e57' },
    blue: { dot: '#3b7cf0', soft: '#e8f0fe', text: '#1f52b4' },
    cyan: { dot: '#12a5bd', soft: '#e0f5f8', text: '#0b6373' },
    green: { dot: '#1a9e62', soft: '#e3f5ec', text: '#0d673f' },
    lime: { dot: '#7aa516', soft: '#f0f6dc', text: '#4c680b' },
    yellow: { dot: '#d7a106', soft: '#fcf3d3', text: '#765603' },
    orange: { dot: '#e57a1e', soft: '#fdeee0', text: '#93480a' },
    red: { dot: '#e0414f', soft: '#fdebec', text: '#a92230' },
    pink: { dot: '#dd4c96', soft: '#fcebf4', text: '#a1256a' },
    purple: { dot: '#8b5cf0', soft: '#f1ecfe', text: '#5f33bd' },
  },
};

const dark: Palette = {
  surface: {
    bg: '#17171a',
    'bg-subtle': '#111113',
    'bg-hover': '#212125',
    'bg-active': '#2a2a30',
    'bg-raised': '#1e1e22',
    line: '#2a2a2f',
    'line-strong': '#3c3c44',
    text: '#ececef',
    'text-2': '#a6a8b1',
    'text-3': '#8c8f99',
    accent: '#6a63ee',
    'accent-hover': '#5d56dc',
    'accent-soft': '#2a2850',
    'accent-text': '#b0acff',
    'on-accent': '#ffffff',
    danger: '#ff7583',
    'danger-soft': '#3b1d22',
    warning: '#f0b04e',
    success: '#4cc38a',
    focus: '#8f89ff',
    'shadow-1': '0 1px 2px rgb(0 0 0 / 40%)',
    'shadow-2': '0 0 0 1px rgb(255 255 255 / 9%), 0 8px 16px -4px rgb(0 0 0 / 50%), 0 24px 48px -12px rgb(0 0 0 / 60%)',
    backdrop: 'rgb(0 0 0 / 55%)',
  },
  options: {
    gray: { dot: '#8c909b', soft: '#2a2a2f', text: '#c3c5cd' },
    blue: { dot: '#5b95f8', soft: '#1b2a48', text: '#a5c5ff' },
    cyan: { dot: '#2cbcd2', soft: '#10313a', text: '#8be0ee' },
    green: { dot: '#34b97a', soft: '#12331f', text: '#86dcae' },
    lime: { dot: '#97c22f', soft: '#28310f', text: '#c5e07c' },
    yellow: { dot: '#e0b12a', soft: '#372c0b', text: '#f0d06f' },
    orange: { dot: '#f09044', soft: '#3c2511', text: '#fbbd8a' },
    red: { dot: '#f2616d', soft: '#3d1b20', text: '#ffa8af' },
    pink: { dot: '#ec6bad', soft: '#3a1a2c', text: '#f9a9d0' },
    purple: { dot: '#a17ef6', soft: '#2c2149', text: '#cdb8ff' },
  },
};

export const palettes: Readonly<Record<Mode, Palette>> = { light, dark };

/** `--bg: #fff` …, `--c-blue`, `--c-blue-soft`, `--c-blue-text`. */
export function variablesOf(palette: Palette): readonly (readonly [string, string])[] {
  const surface = Object.entries(palette.surface).map(([name, value]) => [`--${name}`, value] as const);
  const options = Object.entries(palette.options).flatMap(([name, shades]) => [
    [`--c-${name}`, shades.dot] as const,
    [`--c-${name}-soft`, shades.soft] as const,
    [`--c-${name}-text`, shades.text] as const,
  ]);
  return [...surface, ...options];
}
