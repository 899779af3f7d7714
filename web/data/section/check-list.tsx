import { useId, useState } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { tick, units } from '../../format/numbers.ts';
import type { Check, Checks, Offer } from '../checks/finding.ts';
import type { Cohort } from '../cohort.ts';
import type { Setup } from '../setup.ts';
import { countAsMissing, mergeSame, setDaysPerMonth, setOptions } from '../store.ts';
import { CohortRows } from './cohort-rows.tsx';
import './checks.css';
import { showLevels, showReading } from './columns-open.ts';

const words = text.data.checks;

interface CheckListProps {
  cohort: Cohort;
  setup: Setup;
  checks: Checks;
}

/** What was found, each finding with its rows; what was not found in one line. */
export function CheckList({ cohort, setup, checks: { found, passed } }: CheckListProps) {
  return (
    <div class="checks">
      <h3>{words.heading}</h3>
      <p class="checks-count">{words.count(found.length, passed.length)}</p>
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
  const { claim, rows, columns, kind, uncountable, levelsOf, readingOf } = check;
  const context = [setup.identifiers[0] ?? null, setup.arm].filter((name) => name !== null);
  return (
    <li class={`check check-${kind}`}>
      <Icon name="triangle" label={kind === 'problem' ? words.problem : words.warning} />
      <p>
        <strong>{claim}</strong> {check.text}
      </p>
      <div class="check-action">
        {uncountable !== undefined && (
          <Button kind="small" onClick={() => countAsMissing(columns[0]!, uncountable)}>
            {words.countAsMissing}
          </Button>
        )}
        {check.offer !== undefined && <OfferButton offer={check.offer} />}
        {levelsOf !== undefined && (
          <Button kind="small" onClick={() => showLevels(levelsOf)}>
            {words.mergeLevels}
          </Button>
        )}
        {readingOf !== undefined && (
          <Button kind="small" onClick={() => showReading(readingOf)}>
            {words.reading}
          </Button>
        )}
        <Button kind="small" expanded={open} controls={id} onClick={() => setOpen(!open)}>
          {open ? words.hideRows(rows.length) : words.showRows(rows.length)}
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

function OfferButton({ offer }: { offer: Offer }) {
  if (offer.kind === 'daysPerMonth') {
    return (
      <Button kind="small" onClick={() => setDaysPerMonth(offer.days)}>
        {words.months.take(offer.days)}
      </Button>
    );
  }
  if (offer.kind === 'merge') {
    return (
      <Button kind="small" onClick={() => mergeSame(offer.column, offer.groups)}>
        {words.alike.merge(offer.groups)}
      </Button>
    );
  }
  return (
    <Button kind="small" onClick={() => setOptions('survival', { landmarkAt: offer.at })}>
      {words.immortal.landmark(`${tick(offer.at)} ${units[offer.unit]}`)}
    </Button>
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
      <Icon name="tick" label={words.passed} />
      <p>
        <strong>{words.foundNothing(passed.length)}</strong>{' '}
        {words.passedList(shown, all ? 0 : rest)}
      </p>
      {rest > 0 && (
        <div class="check-action">
          <Button kind="small" expanded={all} onClick={() => setAll(!all)}>
            {all ? words.showFewer : words.showAll}
          </Button>
        </div>
      )}
    </li>
  );
}
