// Sentences as data: the words can be tested and copied, the page draws the emphasis.

export type Piece = string | { readonly strong: string } | { readonly term: string };
export type RichText = readonly Piece[];

/** A key number of a lede. */
export function strong(text: string): Piece {
  return { strong: text };
}

/** A symbol that stands in italics: *p*, *n*. */
export function term(text: string): Piece {
  return { term: text };
}

export const p = term('p');

/** rich`Median survival was ${strong('12.4 months')}.` Texts inside texts are joined. */
export function rich(
  literals: TemplateStringsArray,
  ...values: readonly (Piece | RichText)[]
): RichText {
  const pieces: Piece[] = [];
  literals.forEach((literal, index) => {
    if (literal !== '') pieces.push(literal);
    const value = values[index];
    if (value === undefined) return;
    if (Array.isArray(value)) pieces.push(...(value as RichText));
    else pieces.push(value as Piece);
  });
  return pieces;
}

/** Joins texts with a space between. */
export function joined(texts: readonly RichText[], separator = ' '): RichText {
  return texts
    .filter((text) => text.length > 0)
    .flatMap((text, index) => (index === 0 ? text : [separator, ...text]));
}

/** The same words without emphasis. */
export function plain(text: RichText): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'strong' in piece ? piece.strong : piece.term;
    })
    .join('');
}
