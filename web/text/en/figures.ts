// What figures and their frames say.

export const figures = {
  /** The type of files: of the same widths on every system, and what journals ask for. */
  fileFont: "Arial, Helvetica, 'Liberation Sans', sans-serif",
  frame: {
    dataTable: 'Data table',
    description: 'Description',
    svg: 'SVG',
    png: 'PNG',
    size: (width: string, resolution: string) => `${width}, ${resolution}`,
    sizeName: (size: string) => `Size of the files: ${size}`,
    width: 'Width',
    millimetres: (width: number) => `${width}\u00a0mm`,
    columns: { 84: 'one column', 174: 'two columns' },
    resolution: 'PNG resolution',
    dpi: (resolution: number) => `${resolution}\u00a0dpi`,
    pngDpi: (dpi: string) => `PNG ${dpi}`,
    withTitle: 'Title in the file',
    saved: (file: string) => `${file} was saved.`,
    failed: (resolution: number) =>
      `This browser cannot draw so large a picture. Choose ${resolution}\u00a0dpi, or save SVG.`,
    failedAtSmallest: 'This browser cannot draw so large a picture. Save SVG.',
    fileNote: 'Drawn for this width with text of 7.4 to 8 points, in the colours of white paper.',
  },
  atRisk: {
    row: 'At risk',
    withCensored: 'At risk (censored)',
    censored: 'Censored',
    head: 'Number at risk',
    headWithCensored: 'Number at risk (number censored)',
  },
  numbersBox: {
    counts: (event: string) => `${event} / n`,
    median: (level: string) => `Median (${level} CI)`,
  },
  forest: {
    interaction: 'Interaction',
    interactionHead: 'Interaction p',
    /** On a line of its own, in one column of a journal. */
    interactionInRow: 'interaction',
    left: (better: string) => `← ${better}`,
    right: (better: string) => `${better} →`,
  },
  reading: {
    name: 'Read the curves at a time',
    howTo: 'Use the arrow keys',
    afterFollowUp: 'after the last follow-up',
    noFollowUp: 'no follow-up',
    long: (share: string, atRisk: string) => `${share}, ${atRisk}\u00a0at\u00a0risk`,
  },
};
