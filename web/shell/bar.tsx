import { analysedRows } from '../data/changes/conditions.ts';
import { originalOf } from '../data/cohort.ts';
import { isEmpty } from '../data/paper/paper.ts';
import {
  type Cohort,
  cohort,
  paper,
  redoName,
  type Setup,
  setup,
  undoName,
} from '../data/store.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { TermsButton } from '../terms/term-button.tsx';
import { text } from '../text/text.ts';
import { Icon } from '../ui/icon.tsx';
import { SaveMenu } from './bar-save.tsx';
import { StepButtons } from './bar-steps.tsx';
import './bar.css';
import { useAskBeforeLeaving } from './leaving.ts';
import { focusHeading } from './rail.tsx';
import { ReadingLine } from './reading-line.tsx';
import { ThemeButton } from './theme-button.tsx';

const words = text.shell.bar;

/** The bar on top: whose page, which file, that nothing leaves, and what concerns the whole analysis. */
export function Bar() {
  useAskBeforeLeaving();
  const hasWork = cohort.value !== null || !isEmpty(paper.value);
  const hasSteps = hasWork || undoName.value !== null || redoName.value !== null;
  return (
    <header class="bar">
      <a class="brand" href="#start" aria-label={words.home}>
        <Mark />
        <span class="brand-name">{words.brand}</span>
      </a>
      <FileLine />
      <a class="bar-local" href="#privacy" onClick={() => focusHeading('privacy')}>
        <Icon name="noConnection" />
        {words.local}
      </a>
      <div class="bar-actions">
        {hasSteps && <StepButtons />}
        <span class="bar-theme">
          <ThemeButton />
        </span>
        <TermsButton />
        {hasWork && <SaveMenu loaded={cohort.value} />}
      </div>
      <ReadingLine />
    </header>
  );
}

function FileLine() {
  const loaded = cohort.value;
  if (loaded === null) return <span class="bar-file" />;
  const { name, synthetic } = loaded;
  const { table } = originalOf(loaded);
  const { edits, exclude, where } = setup.value;
  const facts = [
    ...(synthetic ? [words.synthetic] : []),
    where.length > 0 ? analysedOf(loaded, setup.value) : words.patients(table.rows),
    edits.length + exclude.length > 0 && !isWithoutRows(loaded)
      ? text.data.changes.count(edits.length, exclude.length)
      : isWithoutRows(loaded)
        ? text.share.results.fact
        : words.columns(table.header.length),
  ];
  return (
    <span class="bar-file">
      <strong>{name}</strong> <span class="bar-facts">{facts.join(' · ')}</span>
    </span>
  );
}

function analysedOf(loaded: Cohort, decided: Setup): string {
  const { meet, all } = analysedRows(loaded, decided);
  return text.data.filter.bar(meet, all);
}

/** A survival curve coming down its axes. */
function Mark() {
  return (
    <svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path class="brand-axes" d="M2 2v16h16" />
      <path class="brand-curve" d="M2 4h5v4h4v5h4v5" />
    </svg>
  );
}
