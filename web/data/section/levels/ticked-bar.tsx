import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';

/** Above many levels: those ticked become one. */
export function TickedBar({ ticked, onMerge }: { ticked: number; onMerge: () => void }) {
  const words = text.data.levels;
  return (
    <div class="levels-ticked">
      <Button kind="small" disabled={ticked < 2} onClick={onMerge}>
        {words.mergeTicked(ticked)}
      </Button>
      <span class="levels-hint">{words.ticked(ticked)}</span>
    </div>
  );
}
