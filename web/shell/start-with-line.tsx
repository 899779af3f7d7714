import { PrintedLine } from '../claims/printed-line.tsx';
import { StartSection } from '../start/start-section.tsx';

/** Start, with the line that belongs to Check a paper: features do not import features. */
export function StartWithLine() {
  return (
    <StartSection>
      <PrintedLine />
    </StartSection>
  );
}
