// The marked text as it is taken to a document: each mark underlined, with the number of its verdict.
import { isEmpty, type Paper } from '../data/paper/paper.ts';
import type { CopiedText } from '../tables/copy-table.tsx';
import { escaped } from '../tables/table-text.ts';
import { piecesOf } from './pieces.ts';

export function markedCopy(paper: Paper): CopiedText {
  if (isEmpty(paper) || paper.text === '') return { html: '', text: '' };
  const { pieces } = piecesOf(paper);
  const html = pieces.map(({ text, mark }) => {
    const inner = escaped(text).replaceAll('\n', '<br>');
    return mark === null ? inner : `<u>${inner}</u><sup>${mark.number}</sup>`;
  });
  const text = pieces.map(({ text: own, mark }) =>
    mark === null ? own : `${own} [${mark.number}]`,
  );
  return { html: `<p>${html.join('')}</p>`, text: `${text.join('')}\n\n` };
}
