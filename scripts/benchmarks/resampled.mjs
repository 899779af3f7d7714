/**
 * A cohort of as many patients as wanted, drawn from the rows of another with times changed a little,
 * so that few are tied.
 *
 * @param {string} csv
 * @param {number} patients
 * @returns {string}
 */
export function resampled(csv, patients) {
  const [header = '', ...rows] = csv.trim().split('\n');
  const names = header.split(',');
  const times = ['os_months', 'pfs_months'].map((name) => names.indexOf(name));
  let state = 20251;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const drawn = Array.from({ length: patients }, (_, at) => {
    const cells = (rows[Math.floor(uniform() * rows.length)] ?? '').split(',');
    const factor = 0.8 + 0.4 * uniform();
    cells[0] = `SYN${String(at + 1)}`;
    for (const time of times) cells[time] = (Number(cells[time]) * factor).toFixed(2);
    return cells.join(',');
  });
  return [header, ...drawn].join('\n');
}
