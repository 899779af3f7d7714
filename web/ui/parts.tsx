import type { ComponentChildren } from 'preact';

import type { RichText } from '../base/rich-text.ts';
import './parts.css';
import { Prose } from './prose.tsx';

/** Short texts side by side, where there is room for two columns. */
export function Parts({ children }: { children: ComponentChildren }) {
  return <div class="parts">{children}</div>;
}

interface PartProps {
  title: string;
  list?: readonly (string | RichText)[];
  children?: ComponentChildren;
}

export function Part({ title, list = [], children }: PartProps) {
  return (
    <section class="part" aria-label={title}>
      <h3>{title}</h3>
      {list.length === 1 ? (
        <p>{worded(list[0]!)}</p>
      ) : (
        list.length > 1 && (
          <ul>
            {list.map((item, index) => (
              <li key={index}>{worded(item)}</li>
            ))}
          </ul>
        )
      )}
      {children}
    </section>
  );
}

function worded(item: string | RichText): ComponentChildren {
  return typeof item === 'string' ? item : <Prose text={item} />;
}
