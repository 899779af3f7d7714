import { cohort } from '../data/store.ts';
import { count } from '../format/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { theme, toggleTheme } from '../ui/theme.ts';

/** The bar on top: whose page, which file, and that nothing leaves. */
export function Bar() {
  return (
    <header class="bar">
      <a class="brand" href="#start" aria-label="Riskset, to the start">
        <Mark />
        <span class="brand-name">Riskset</span>
      </a>
      <FileLine />
      <span class="bar-local">
        <Icon name="noConnection" />
        Nothing leaves this computer
      </span>
      <Button
        icon="theme"
        label={theme.value === 'dark' ? 'Use light colours' : 'Use dark colours'}
        onClick={toggleTheme}
      />
    </header>
  );
}

function FileLine() {
  const loaded = cohort.value;
  if (loaded === null) return <span class="bar-file" />;
  const { name, synthetic, table } = loaded;
  const facts = [
    ...(synthetic ? ['synthetic'] : []),
    `${count(table.rows.length)} ${table.rows.length === 1 ? 'patient' : 'patients'}`,
    `${count(table.header.length)} columns`,
  ];
  return (
    <span class="bar-file">
      <strong>{name}</strong> <span class="bar-facts">{facts.join(' · ')}</span>
    </span>
  );
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
