// Pieces every translation uses: the bank's numbers, columns and endpoints in Riskset's words.

/** The bank writes what JSON cannot: an estimate that does not exist is null in Riskset. */
const NOT_ESTIMABLE = new Set(['NA', 'NaN', 'Inf', '-Inf']);

export function number(value) {
  return NOT_ESTIMABLE.has(value) ? null : value;
}

export function numbers(values) {
  return values.map(number);
}

/** A value for which the reference allows two answers. */
export function either(...values) {
  return { either: values };
}

/**
 * Expectations on an interval. Where R's arithmetic gave one limit as NaN the other came out of
 * the same undefined standard error, so "not estimable" is as good an answer as its number.
 */
export function interval(at, [lower, upper]) {
  const undefinedError = [lower, upper].includes('NaN');
  const limit = (value) =>
    undefinedError && number(value) !== null ? either(value, null) : number(value);
  return [
    { at: `${at}/lower`, value: limit(lower) },
    { at: `${at}/upper`, value: limit(upper) },
  ];
}

/** Expectations for several fields below one pointer: { survival: [..], atRisk: [..] }. */
export function fields(at, values) {
  return Object.entries(values).map(([name, value]) => ({ at: `${at}/${name}`, value }));
}

/** `read: 'number'` columns and one endpoint E of a bank case that names time, event and event value. */
export function endpointOf(spec) {
  return {
    columns: { [spec.time]: { type: 'number' }, [spec.event]: { type: 'number' } },
    endpoints: {
      E: { time: spec.time, event: spec.event, eventLevels: [String(spec.event_value)] },
    },
  };
}

export function category(levels) {
  return levels ? { type: 'category', levels } : { type: 'category' };
}

/** A case of ours from a bank case; `note` carries what the bank says about it. */
export function caseOf(bankCase, analysis, expected) {
  const { id, data, tolerance, source, note, corrected } = bankCase;
  const notes = [note, ...(corrected ?? [])].filter(Boolean).join('; ');
  return {
    id,
    data,
    analysis: { riskset: 1, ...analysis },
    expected,
    tolerance,
    source,
    ...(notes && { note: notes }),
  };
}
