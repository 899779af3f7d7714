import { useId, useState } from 'preact/hooks';

import { counted } from '../../format/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Check, Checks } from '../checks/finding.ts';
import type { Cohort } from '../cohort.ts';
import type { Setup } from '../setup.ts';
import { countAsMissing } from '../store.ts';
import { CohortRows } from './cohort-rows.tsx';

interface CheckListProps {
  cohort: Cohort;
  setup: Setup;
  checks: Checks;
}

/** What was found, each finding with its rows; what was not found in one line. */
export function CheckList({ cohort, setup, checks: { found, passed } }: CheckListProps) {
  return (
    <div class="checks">
      <h3>Checks</h3>
      <p class="checks-count">
        {found.length === 0 ? 'Nothing to look at' : `${found.length} to look at`}, {passed.length}{' '}
        passed.
      </p>
      <ul class="check-list">
        {found.map((check) => (
          <CheckItem key={check.id} cohort={cohort} setup={setup} check={check} />
        ))}
        {passed.length > 0 && <PassedChecks passed={passed} />}
      </ul>
    </div>
  );
}

function CheckItem({ cohort, setup, check }: { cohort: Cohort; setup: Setup; check: Check }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { claim, text, rows, columns, kind, uncountable } = check;
  const context = [setup.identifiers[0] ?? null, setup.arm].filter((name) => name !== null);
  return (
    <li class={`check check-${kind}`}>
      <Icon name="triangle" label={kind === 'problem' ? 'Problem' : 'Look at this'} />
      <p>
        <strong>{claim}</strong> {text}
      </p>
      <div class="check-action">
        {uncountable !== undefined && (
          <Button kind="small" onClick={() => countAsMissing(columns[0]!, uncountable)}>
            Count as missing
          </Button>
        )}
        <Button kind="small" expanded={open} controls={id} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Show'} {counted(rows.length, 'row')}
        </Button>
      </div>
      {open && (
        <div id={id} class="check-rows">
          <CohortRows
            cohort={cohort}
            label={claim}
            rows={rows}
            columns={[...new Set([...context, ...columns])]}
            emphasised={columns}
          />
        </div>
      )}
    </li>
  );
}

/** Enough to see what kind of thing was looked at. */
const passedShown = 3;

function PassedChecks({ passed }: { passed: readonly string[] }) {
  const [all, setAll] = useState(false);
  const rest = passed.length - passedShown;
  const shown = all ? passed : passed.slice(0, passedShown);
  return (
    <li class="check check-passed">
      <Icon name="tick" label="Passed" />
      <p>
        <strong>{counted(passed.length, 'check')} found nothing:</strong> {shown.join(', ')}
        {!all && rest > 0 && ` and ${rest} more`}.
      </p>
      {rest > 0 && (
        <div class="check-action">
          <Button kind="small" expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : 'Show all'}
          </Button>
        </div>
      )}
    </li>
  );
}
