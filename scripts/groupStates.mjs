/** What criteria are counted as, in the order in which `coverage` has them. */
const states = [
  'evidenced',
  'implemented',
  'relies-on-vendor',
  'designed',
  'documented',
  'listed',
  'missing',
  'excluded',
];

/** How many criteria of each group are in which state, a line each: `CC6  2 implemented, 1 relies on a vendor`. */
export function groupStates(criteria) {
  const groups = new Map();
  for (const one of criteria) groups.set(one.group, [...(groups.get(one.group) ?? []), shownOf(one)]);
  return [...groups].map(([group, shown]) => {
    const count = state => shown.filter(one => one === state).length;
    const told = states.filter(state => count(state) > 0).map(state => words(count(state), state));
    return `${(group ?? 'others').padEnd(6)}  ${told.join(', ')}`;
  });
}

function shownOf({ state, marks }) {
  return ['excluded', 'relies-on-vendor'].find(mark => marks.includes(mark)) ?? state;
}

function words(count, state) {
  if (state !== 'relies-on-vendor') return `${count} ${state}`;
  return count === 1 ? '1 relies on a vendor' : `${count} rely on a vendor`;
}
