// 16 px line icons, drawn inline so that the page needs no file beside it.

const paths = {
  triangle: 'M8 2.2 14.6 13.5H1.4Z M8 6.4v3.4 M8 11.6v.2',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z M8 7.4v3.8 M8 4.8V5',
  tick: 'M2.5 8.6 6.2 12.2 13.5 4.2',
  noConnection:
    'M2 2 14 14 M1.8 6.2A9 9 0 0 1 5 4.4 M7.4 3.8A9.2 9.2 0 0 1 14.2 6.2 M4 8.8A6 6 0 0 1 6.6 7.3 M10 7.7A6 6 0 0 1 12 8.8 M6.3 11.2A2.8 2.8 0 0 1 8.6 10.4 M8 13.2V13.4',
  download: 'M8 2v8.2 M4.6 7 8 10.4 11.4 7 M2.5 13.6h11',
  undo: 'M6 3 3 6l3 3 M3 6h6.5a3.5 3.5 0 0 1 0 7H6.5',
  redo: 'M10 3l3 3-3 3 M13 6H6.5a3.5 3.5 0 0 0 0 7H9.5',
  chevron: 'M6 3.2 10.8 8 6 12.8',
  chevronDown: 'M3.2 6 8 10.8 12.8 6',
  theme: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z',
  menu: 'M2 4h12 M2 8h12 M2 12h12',
  plus: 'M8 3v10 M3 8h10',
  close: 'M3.5 3.5l9 9 M12.5 3.5l-9 9',
  grip: 'M5.5 3.5v.1 M10.5 3.5v.1 M5.5 8v.1 M10.5 8v.1 M5.5 12.5v.1 M10.5 12.5v.1',
  up: 'M8 13V3.4 M4 7.2 8 3.2l4 4',
  down: 'M8 3v9.6 M4 8.8l4 4 4-4',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
  /** What the icon says when no word stands beside it; without it the icon is decoration. */
  label?: string;
}

export function Icon({ name, label }: IconProps) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      <path d={paths[name]} />
      {name === 'theme' && <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" />}
    </svg>
  );
}
