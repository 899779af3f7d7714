import { useEffect, useRef } from 'preact/hooks';

import { text } from '../text/text.ts';
import { Icon } from '../ui/icon.tsx';
import { currentSection } from './current-section.ts';
import { SectionList } from './rail.tsx';
import './section-row.css';
import { alertsOf, sections } from './sections.ts';
import { ThemeButton } from './theme-button.tsx';

const words = text.shell.rail;

/** The rail of smaller screens: where one is, and behind it the way to every section. */
export function SectionRow() {
  const menu = useRef<HTMLDetailsElement>(null);
  const current = sections.find(({ id }) => id === currentSection.value);
  const alerts = current === undefined ? 0 : alertsOf(current);
  const close = () => {
    if (menu.current !== null) menu.current.open = false;
  };

  useEffect(() => {
    const beside = ({ target }: Event) => {
      if (target instanceof Node && menu.current?.contains(target) !== true) close();
    };
    addEventListener('pointerdown', beside);
    return () => removeEventListener('pointerdown', beside);
  }, []);

  return (
    <details
      ref={menu}
      class="section-row"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        close();
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <Icon name="menu" />
        <span class="section-row-name">
          <span class="visually-hidden">{words.now}</span>
          {current?.title ?? words.sections}
        </span>
        {alerts > 0 && (
          <span class="section-row-alerts">
            <Icon name="triangle" />
            {words.warnings(alerts)}
          </span>
        )}
      </summary>
      <nav class="section-menu" aria-label={words.sections}>
        <SectionList onChosen={close} />
        <p class="section-menu-local">
          <Icon name="noConnection" />
          <a href="#privacy" onClick={close}>
            {text.shell.bar.local}
          </a>
          <span class="section-menu-theme">
            <ThemeButton />
          </span>
        </p>
      </nav>
    </details>
  );
}
