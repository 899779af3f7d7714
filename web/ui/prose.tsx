interface ProseProps {
  /** Words, with the key numbers and symbols marked. */
  text: readonly (string | { readonly strong: string } | { readonly term: string })[];
}

/** A sentence with its emphasis: key numbers bold, *p* and *n* in italics. */
export function Prose({ text }: ProseProps) {
  return (
    <>
      {text.map((piece, index) => {
        if (typeof piece === 'string') return piece;
        if ('strong' in piece) return <strong key={index}>{piece.strong}</strong>;
        return <i key={index}>{piece.term}</i>;
      })}
    </>
  );
}
