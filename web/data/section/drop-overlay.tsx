import { text } from '../../text/text.ts';
import { cohort } from '../store.ts';
import './drop-overlay.css';

/** Over the whole page while a file is held above it: what letting go would do. */
export function DropOverlay() {
  const loaded = cohort.value;
  if (loaded === null) return null;
  const words = text.data.drop;
  return (
    <div class="drop-overlay" role="status">
      <p>
        <strong>{words.replace(loaded.name)}</strong> {words.undo}
      </p>
    </div>
  );
}
