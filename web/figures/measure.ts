// How wide a text will be, before it is drawn.

export type Measure = (text: string, size: number, bold?: boolean) => number;

let context: CanvasRenderingContext2D | null = null;

/** Measured with the page's own font; a canvas needs no layout and disturbs none. */
export const measureText: Measure = (text, size, bold = false) => {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * size * 0.55;
  const family = getComputedStyle(document.documentElement).fontFamily;
  context.font = `${bold ? 600 : 400} ${size}px ${family}`;
  return context.measureText(text).width;
};

/** The text, or as much of its beginning as fits. */
export function fitted(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && width(`${text.slice(0, end).trimEnd()}…`) > room) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
