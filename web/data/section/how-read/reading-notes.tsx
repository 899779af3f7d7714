import { Button } from '../../../ui/button.tsx';
import { Note, Warnings } from '../../../ui/messages.tsx';
import type { Cohort } from '../../cohort.ts';
import { readAgain } from '../../store.ts';
import { doubt, readingNotes } from './sentences.ts';

/** What was left out or changed while the table was read, each undone by one press. */
export function ReadingNotes({ cohort }: { cohort: Cohort }) {
  const unsure = doubt(cohort);
  return (
    <>
      {unsure !== null && <Warnings items={[unsure]} />}
      <Note
        items={readingNotes(cohort).map(({ claim, undo }) => ({
          claim,
          ...(undo !== null && {
            action: (
              <Button kind="small" onClick={() => void readAgain(undo.options)}>
                {undo.button}
              </Button>
            ),
          }),
        }))}
      />
    </>
  );
}
