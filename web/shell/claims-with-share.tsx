import { ClaimsSection } from '../claims/claims-section.tsx';
import { sharing } from '../share/share-dialog.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';

/** Check a paper, with the way to share it: features do not import what stands above them. */
export function ClaimsWithShare() {
  return (
    <ClaimsSection
      tools={
        <span class="share-paper">
          <Button
            kind="small"
            onClick={() => {
              sharing.value = { first: 'paper', opener: '.share-paper > button' };
            }}
          >
            {text.share.openPaper}
          </Button>
        </span>
      }
    />
  );
}
