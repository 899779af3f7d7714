// Follow-up composed of dates, by the rules of the engine (core/analysis/dated_follow_up.h): when
// curves are read and what is checked has to be known before anything is computed.

type Days = readonly (number | null)[];

export interface DatedColumns {
  start: Days;
  events: readonly Days[];
  censoring: readonly Days[];
  /** The day of the event of those whose status says so and who have none of these, else the last contact. */
  end: Days | null;
  status: readonly (boolean | null)[] | null;
  newTherapy: Days | null;
  cutoff: number | null;
  longestGap: number | null;
  /** Rows with neither event nor another date are censored on the day of the start. */
  censoredAtStart: boolean;
}

export interface DatedFollowUp {
  /** Days from the start; null where they are not known. */
  times: (number | null)[];
  events: (boolean | null)[];
}

export function composeDates(columns: DatedColumns): DatedFollowUp {
  const { start, events, censoring, end: ends, newTherapy, cutoff, censoredAtStart } = columns;
  const followed: DatedFollowUp = { times: [], events: [] };
  const earliest = (row: number) =>
    events.reduce<number | null>((first, days) => lower(first, days[row] ?? null), null);
  const statusOf = (row: number) => (ends === null ? false : (columns.status?.[row] ?? null));
  const latest = (row: number, limit: number) => {
    const days = censoring.map((own) => own[row] ?? null);
    if (ends !== null && statusOf(row) !== true) days.push(ends[row] ?? null);
    return days.reduce<number | null>(
      (last, day) => (day === null || day > limit || (last !== null && last >= day) ? last : day),
      null,
    );
  };
  start.forEach((from, row) => {
    const status = statusOf(row);
    const first = earliest(row) ?? (status === true ? (ends?.[row] ?? null) : null);
    const byCutoff = censoring.length === 0 && ends === null ? cutoff : null;
    let event = first === null ? status : true;
    // The day of an event that has none is no day without one.
    const last = event === true ? null : latest(row, Infinity);
    let end = first ?? (event === true ? null : (last ?? (censoredAtStart ? from : byCutoff)));
    // Assessments known only after the event do not say that none was before it.
    const assessed = first === null ? null : latest(row, first);
    const watchedUntil = assessed ?? (latest(row, Infinity) === null ? from : null);
    if (first !== null && watchedUntil !== null && isMissed(columns, watchedUntil, first)) {
      end = watchedUntil;
      event = false;
    }
    const therapy = newTherapy?.[row] ?? null;
    if (end !== null && therapy !== null && end > therapy) {
      const watched = latest(row, Infinity) !== null;
      end = latest(row, therapy) ?? (censoredAtStart && !watched ? from : therapy);
      event = false;
    }
    const cut = until(cutoff, from, end, event);
    followed.times.push(cut.time);
    followed.events.push(cut.time === null ? null : cut.event);
  });
  return followed;
}

/** Too many visits were missed before the event. */
function isMissed({ longestGap }: DatedColumns, watchedUntil: number, event: number): boolean {
  return longestGap !== null && event - watchedUntil > longestGap;
}

/** A follow-up in days that ends at the cut-off; none where it starts later. */
export function until(
  cutoff: number | null,
  from: number | null,
  end: number | null,
  event: boolean | null,
): { time: number | null; event: boolean | null } {
  if (from === null || end === null || (cutoff !== null && from > cutoff)) {
    return { time: null, event };
  }
  return cutoff !== null && end > cutoff
    ? { time: cutoff - from, event: false }
    : { time: end - from, event };
}

function lower(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b < a) ? b : a;
}
