import { useRef } from 'preact/hooks';

import { cohort } from '../data/store.ts';
import { counted } from '../format/words.ts';
import { shown } from '../panels/shown.ts';
import { Icon } from '../ui/icon.tsx';
import { currentSection } from './current-section.ts';
import { sectionGroups, sections, type Section } from './sections.ts';

/** The table of contents: at the left on a desk, behind one row on smaller screens. */
export function Rail() {
  return (
    <nav class="rail" aria-label="Sections">
      <SectionList />
      <Colophon />
    </nav>
  );
}

export function SectionRow() {
  const menu = useRef<HTMLDetailsElement>(null);
  const current = sections.find(({ id }) => id === currentSection.value);
  const alerts = current?.alerts?.value ?? 0;
  const close = () => {
    if (menu.current !== null) menu.current.open = false;
  };
  return (
    <details ref={menu} class="section-row">
      <summary>
        <Icon name="menu" />
        <span class="section-row-name">
          <span class="visually-hidden">Sections. Now: </span>
          {current?.title ?? 'Sections'}
        </span>
        {alerts > 0 && (
          <span class="section-row-alerts">
            <Icon name="triangle" />
            {counted(alerts, 'warning')}
          </span>
        )}
      </summary>
      <nav class="section-menu" aria-label="Sections" onClick={close}>
        <SectionList />
        <p class="section-menu-local">
          <Icon name="noConnection" />
          Nothing leaves this computer
        </p>
      </nav>
    </details>
  );
}

function SectionList() {
  return (
    <div class="section-list">
      {sectionGroups.map((group, index) => (
        <ul key={index}>
          {group.map((section) => (
            <li key={section.id}>
              <SectionLink section={section} />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

function SectionLink({ section }: { section: Section }) {
  const { id, title, alerts, needsCohort } = section;
  if (needsCohort && cohort.value === null) {
    return <span class="section-link section-link-closed">{title}</span>;
  }
  const count = alerts?.value ?? 0;
  return (
    <a
      class="section-link"
      href={`#${id}`}
      aria-current={currentSection.value === id ? 'true' : undefined}
    >
      {title}
      {count > 0 && (
        <span class="section-alerts">
          <Icon name="triangle" />
          {count}
          <span class="visually-hidden">{count === 1 ? ' warning' : ' warnings'}</span>
        </span>
      )}
    </a>
  );
}

export function Colophon() {
  const { version } = shown.value;
  return (
    <p class="colophon">
      {cohort.value === null
        ? 'Sections open when a table is loaded.'
        : 'All answers computed from the rows now on the page.'}
      {version !== '' && (
        <>
          <br />
          Version {version}
        </>
      )}
    </p>
  );
}
