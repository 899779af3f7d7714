/**
 * Runs in the page: `watch(how, name, value)` changes something and answers how long it took, in ms,
 * until the last change of the document was drawn; null where there is no such control. It gives up
 * after a minute. `longest(csv)` opens a file and answers how long the page's thread was held at most,
 * in ms: by the reading, until the cohort is drawn, and by what follows until every number is.
 */
export function installWatch() {
  const quiet = 250;
  const patience = 60_000;
  const slowest = 5000;

  /** @param {Element} control */
  const nameOf = (control) => {
    const labels = 'labels' in control ? /** @type {HTMLInputElement} */ (control).labels : null;
    const said = labels?.[0]?.textContent ?? control.getAttribute('aria-label');
    return (said ?? control.textContent ?? '').trim();
  };

  /** @param {string} kinds @param {string} name */
  const find = (kinds, name) =>
    [...document.querySelectorAll(kinds)].find((control) => nameOf(control).startsWith(name));

  /** Controls of methods stand in disclosures, which a user who changes one has opened. */
  const openOptions = async () => {
    for (const details of document.querySelectorAll('main details')) {
      const name = details.querySelector('summary')?.textContent ?? '';
      if (name.startsWith('Options')) /** @type {HTMLDetailsElement} */ (details).open = true;
    }
    await new Promise((resolve) => setTimeout(resolve, quiet));
  };

  /** @type {Record<string, (...parts: string[]) => (() => void) | null>} */
  const acts = {
    example: () => acts['press']?.('Open the example cohort', 'main') ?? null,
    press(name, within) {
      const control = find(`${within} :is(button, input)`, name ?? '');
      return control instanceof HTMLElement ? () => control.click() : null;
    },
    choose(name, value) {
      const select = find('select', name ?? '');
      if (!(select instanceof HTMLSelectElement)) return null;
      return () => {
        if (value === '') select.selectedIndex = select.selectedIndex === 0 ? 1 : 0;
        else select.value = value ?? '';
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
      };
    },
    open(csv) {
      const input = document.querySelector('input[type=file]');
      if (!(input instanceof HTMLInputElement)) return null;
      const files = new DataTransfer();
      files.items.add(new File([csv ?? ''], `cohort-${Math.random()}.csv`));
      return () => {
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      };
    },
  };

  /** Whether a table can be scrolled is told to the keyboard alone, when all has been laid out. */
  const isUndrawn = (/** @type {MutationRecord} */ { target, type }) =>
    type === 'attributes' && /** @type {Element} */ (target).className === 'table-region';

  const watch = async (/** @type {string} */ how, /** @type {string[]} */ ...parts) => {
    await openOptions();
    const change = acts[how]?.(...parts) ?? null;
    return change === null ? null : settled(change);
  };

  /** @param {() => void} change */
  const settled = async (change) => {
    const begun = performance.now();
    let drawn = begun;
    let calm = begun;
    const observer = new MutationObserver((mutations) => {
      if (mutations.every(isUndrawn)) return;
      calm = performance.now();
      requestAnimationFrame(() => setTimeout(() => (drawn = performance.now())));
    });
    // The body alone: classes of the root change without a number changing.
    observer.observe(document.body, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    change();
    const computing = () =>
      document.documentElement.classList.contains('computing') ||
      document.querySelector('main[aria-busy=true]') !== null ||
      document.querySelector('.reading') !== null;
    // A file is read before anything is seen of it.
    const awaited = () => calm === begun && performance.now() - begun < slowest;
    while (computing() || awaited() || performance.now() - calm < quiet) {
      if (performance.now() - begun > patience) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    observer.disconnect();
    return drawn - begun;
  };

  const longest = async (/** @type {string} */ csv) => {
    const open = acts['open']?.(csv) ?? null;
    if (open === null) return null;
    // To make the file is not the page's work.
    await new Promise((resolve) => setTimeout(resolve, quiet));
    /** @type {PerformanceEntry[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: 'longtask' });
    const name = () => document.querySelector('.bar-file strong')?.textContent;
    const before = name();
    /** @type {number | null} */
    let drawn = null;
    const arrival = new MutationObserver(() => {
      if (name() !== before) drawn ??= performance.mark('split').startTime;
    });
    arrival.observe(document.body, { childList: true, characterData: true, subtree: true });
    performance.mark('begin');
    await settled(open);
    arrival.disconnect();
    observer.disconnect();
    const most = (/** @type {PerformanceEntry[]} */ of) =>
      of.reduce((time, { duration }) => Math.max(time, duration), 0);
    const reading = tasks.filter(({ startTime }) => startTime <= (drawn ?? Infinity));
    return [most(reading), most(tasks.slice(reading.length))];
  };
  Object.assign(globalThis, { watch, longest });
}
