import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * A table wider than the page scrolls in here, and the page does not. Only while there is something
 * to scroll is it a stop for the Tab key.
 */
export function ScrollRegion({ label, children }: { label: string; children: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useLayoutEffect(() => {
    const region = element.current;
    if (region === null) return undefined;
    const measure = () => setScrolls(region.scrollWidth > region.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(region);
    if (region.firstElementChild !== null) observer.observe(region.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={element}
      class="table-region"
      role={scrolls ? 'region' : undefined}
      aria-label={scrolls ? label : undefined}
      tabIndex={scrolls ? 0 : undefined}
    >
      {children}
    </div>
  );
}
