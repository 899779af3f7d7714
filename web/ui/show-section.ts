/** In ms: by then what is computed for the start of a page stands. */
const longest = 2000;
const touches = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings a section into sight with the focus on its heading, and holds it there while what stands above
 * it is still being drawn, unless the reader goes elsewhere. The answer ends that.
 */
export function showSection(id: string): () => void {
  const section = document.getElementById(id);
  const show = () => section?.scrollIntoView({ behavior: 'instant' });
  const growth = new ResizeObserver(show);
  const stop = () => {
    growth.disconnect();
    clearTimeout(end);
    for (const touch of touches) removeEventListener(touch, stop, true);
  };
  const end = setTimeout(stop, longest);
  for (const touch of touches) addEventListener(touch, stop, true);
  for (const above of document.querySelectorAll('main > section')) growth.observe(above);
  show();
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  return stop;
}
