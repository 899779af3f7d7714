/**
 * The longest tasks on the page's thread by the processor time that they took, which other programs
 * on a busy machine do not lengthen: in ms, before and after the page sets the mark `split`.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} use sets the marks `begin` and `split`
 * @returns {Promise<[number, number]>}
 */
export async function longestByProcessor(page, use) {
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  await use();
  const traced = await page.tracing.stop();
  /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, ts: number, tdur?: number }[] }} */
  const { traceEvents } = JSON.parse(new TextDecoder().decode(traced));
  const mark = (/** @type {string} */ wanted) => traceEvents.find(({ name }) => name === wanted);
  const [begin, split] = [mark('begin'), mark('split')];
  if (begin === undefined || split === undefined) throw new Error('the page set no marks');
  const most = (/** @type {number} */ from, /** @type {number} */ to) =>
    traceEvents
      .filter(({ name, ph, pid, tid }) => {
        const isTask = ph === 'X' && name.endsWith('RunTask');
        return isTask && pid === begin.pid && tid === begin.tid;
      })
      .filter(({ ts }) => ts >= from && ts < to)
      .reduce((time, { tdur = 0 }) => Math.max(time, tdur / 1000), 0);
  return [most(begin.ts, split.ts), most(split.ts, Infinity)];
}
