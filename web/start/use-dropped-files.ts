import { useLayoutEffect, useState } from 'preact/hooks';

/** Files dropped anywhere on the page; without this the browser would leave the page to show it. */
export function useDroppedFiles(open: (files: File[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  // As soon as there is a page to see: a file dropped on it before would replace it.
  useLayoutEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      // A place of the page that takes files of its own has answered already.
      setDragging(!event.defaultPrevented);
      event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!holdsFile(event) || event.defaultPrevented) return;
      event.preventDefault();
      open([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return dragging;
}
