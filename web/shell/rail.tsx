import { cohort } from '../data/store.ts';
import { shown } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Icon } from '../ui/icon.tsx';
import { currentSection } from './current-section.ts';
import './rail.css';
import { alertsOf, closingSections, isOpen, sectionGroups, type Section } from './sections.ts';
import { useDataHash } from './use-data-hash.ts';

const words = text.shell.rail;

/** The table of contents, at the left of a desk. */
export function Rail() {
  return (
    <nav class="rail" aria-label={words.sections}>
      <SectionList />
      <Colophon />
    </nav>
  );
}

export function SectionList({ onChosen }: { onChosen?: () => void }) {
  return (
    <div class="section-list">
      {sectionGroups.map((group, index) => (
        <ul key={index}>
          {group.map((section) => (
            <li key={section.id}>
              <SectionLink section={section} onChosen={onChosen} />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

interface SectionLinkProps {
  section: Section;
  onChosen: (() => void) | undefined;
}

function SectionLink({ section, onChosen }: SectionLinkProps) {
  const { id, title } = section;
  if (!isOpen(section)) {
    return <span class="section-link section-link-closed">{title}</span>;
  }
  const count = alertsOf(section);
  return (
    <a
      class="section-link"
      href={`#${id}`}
      aria-current={currentSection.value === id ? 'true' : undefined}
      onClick={() => {
        onChosen?.();
        focusHeading(id);
      }}
    >
      {title}
      {count > 0 && (
        <span class="section-alerts">
          <Icon name="triangle" />
          {count}
          <span class="visually-hidden">{words.warningsAfter(count)}</span>
        </span>
      )}
    </a>
  );
}

/** Where the answers come from, and the way to why they can be believed. */
export function Colophon() {
  const { version } = shown.value;
  const hash = useDataHash();
  return (
    <div class="colophon">
      <p>{cohort.value === null ? words.opensLater : words.fromRows}</p>
      {version !== '' && (
        <p>{hash === null ? words.version(version) : words.versionAndData(version, hash)}</p>
      )}
      {closingSections.map(({ id, title }) => (
        <a
          key={id}
          class="closing-link screen-only"
          href={`#${id}`}
          aria-current={currentSection.value === id ? 'true' : undefined}
          onClick={() => focusHeading(id)}
        >
          {title}
        </a>
      ))}
    </div>
  );
}

/** After the browser has gone to the section, whose own choice of a focus would be the whole page. */
export function focusHeading(id: string): void {
  requestAnimationFrame(() =>
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true }),
  );
}
