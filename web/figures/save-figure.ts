// Figures as files: the SVG is written, the PNG drawn from it, all inside this browser.
import {
  fileName,
  pixelsOf,
  sheetFor,
  svgFile,
  type FigureWords,
  type FileWidth,
} from './figure-file.ts';
import { measureInFile } from './measure.ts';
import { withResolution } from './png.ts';
import type { Draw } from './scene.ts';

export const resolutions = [300, 600] as const;
export type Resolution = (typeof resolutions)[number];

/** What a figure needs to become a file. */
export interface FigurePicture {
  /** What its files are called: the cohort, the endpoint, the kind of figure. */
  name: readonly string[];
  draw: Draw;
}

export interface FileSize {
  width: FileWidth;
  resolution: Resolution;
  titled: boolean;
}

/** Saves the figure and gives the name of its file. */
export function saveSvg({ name, draw }: FigurePicture, words: FigureWords, size: FileSize): string {
  const sheet = sheetFor(draw, size.width, measureInFile, size.titled ? words.title : null);
  const file = `${fileName(name, size.width)}.svg`;
  save(new Blob([svgFile(sheet, words)], { type: 'image/svg+xml' }), file);
  return file;
}

/** As `saveSvg`; null where the browser cannot draw a picture of this size. */
export async function savePng(
  { name, draw }: FigurePicture,
  words: FigureWords,
  size: FileSize,
): Promise<string | null> {
  const sheet = sheetFor(draw, size.width, measureInFile, size.titled ? words.title : null);
  const pixels = pixelsOf(sheet, size.resolution);
  const canvas = document.createElement('canvas');
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  const paper = canvas.getContext('2d');
  if (paper === null) return null;
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, pixels.width, pixels.height);
  paper.drawImage(await imageOf(svgFile(sheet, words, pixels)), 0, 0, pixels.width, pixels.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) return null;
  const bytes = withResolution(new Uint8Array(await blob.arrayBuffer()), size.resolution);
  const file = `${fileName(name, size.width)}.png`;
  save(new Blob([bytes], { type: 'image/png' }), file);
  return file;
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    await new Promise((loaded, failed) => {
      image.onload = loaded;
      image.onerror = failed;
      image.src = url;
    });
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Long enough for a browser that asks its user where to put the file. */
const keptFor = 60_000;

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptFor);
}
