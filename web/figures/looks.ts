// How each kind of mark looks: the colour token, the line and the type. The page draws it with the
// theme's colours, a file with those of white paper.

/** The tokens of the light theme that figures use (ui/theme.css has the same). */
export const onPaper = {
  paper: '#ffffff',
  ink: '#191d22',
  ink2: '#454c55',
  ink3: '#626973',
  rule: '#dcdcd6',
  edge: '#82878d',
  'arm-1': '#0067a5',
  'arm-2': '#b04400',
  'arm-3': '#00735c',
  'arm-4': '#8f3f86',
  'arm-5': '#6b5a00',
  'arm-6': '#5c6670',
} as const;

/** The share of an arm's colour in its band, on white paper. */
export const bandOnPaper = 0.12;

export type Token = keyof typeof onPaper;
/** `arm`: the colour of the arm that the mark belongs to. */
export type Colour = Token | 'arm';

export interface Look {
  fill?: Colour;
  stroke?: Colour;
  width?: number;
  dash?: string;
  /** Type: px at the size the figure is laid out for. */
  size?: number;
  bold?: boolean;
  /** Filled with a tint, so that what lies below shows. */
  tint?: boolean;
}

export const textSize = 12.5;
export const labelSize = 13.5;

export const looks = {
  text: { fill: 'ink', size: textSize },
  text2: { fill: 'ink2', size: textSize },
  text3: { fill: 'ink3', size: textSize },
  strong: { fill: 'ink', size: textSize, bold: true },
  title: { fill: 'ink', size: labelSize, bold: true },
  name: { fill: 'arm', size: labelSize, bold: true },
  value: { fill: 'arm', size: textSize, bold: true },

  paper: { fill: 'paper' },
  axis: { stroke: 'ink', width: 1.25 },
  grid: { stroke: 'rule', width: 1 },
  hairline: { stroke: 'edge', width: 1 },
  tableRule: { stroke: 'ink', width: 1.5 },
  tableHeadRule: { stroke: 'ink', width: 1 },

  curve: { stroke: 'arm', width: 2.25 },
  thinCurve: { stroke: 'arm', width: 1 },
  band: { fill: 'arm', tint: true },
  bar: { fill: 'arm' },
  censored: { stroke: 'arm', width: 1.25 },
  median: { stroke: 'arm', width: 1.25, dash: '2 3' },
  medianLevel: { stroke: 'ink2', width: 1.25, dash: '2 3' },

  none: { stroke: 'ink', width: 1 },
  overall: { stroke: 'ink3', width: 1, dash: '2 3' },
  interval: { stroke: 'ink', width: 1.25 },
  square: { fill: 'ink', stroke: 'ink', width: 1.25 },
  hollowSquare: { fill: 'paper', stroke: 'ink', width: 1.25 },
  diamond: { fill: 'ink' },

  event: { stroke: 'ink3', width: 1 },
  reader: { stroke: 'ink', width: 1.25 },
  readerDot: { fill: 'paper', stroke: 'arm', width: 2 },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof looks;

/** The token of a colour; the seventh and eighth arm reuse the first two. */
export function tokenOf(colour: Colour, arm = 0): Token {
  return colour === 'arm'
    ? (`arm-${(((arm % 8) % 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6}` as const)
    : colour;
}
