#!/usr/bin/env bash
# cron-parser 5.10.6, croner 11.0.1, cron 4.4.0, cron-schedule 6.0.0 and node-cron 4.6.0: one expression has other days in each.
#
# A control has a cron expression as its frequency. How often it is due depends on the library that runs it. `1/3` is every
# third month, January alone, or an error. With a day of the month and a day of the week, four libraries take a day that fits
# one of them, and node-cron a day that fits both: its `1-7` with MON is the first Monday of the month, theirs 124 days. `*/1`
# is `*` for some and a list of all days for others, so every Monday becomes every day. cron-schedule reads `1L`, the last
# Monday of the month, as every Monday. So Tickmark derives no number of performances from an expression, and only says
# whether it can be read and comes up at all.
#
# Seen on Node 20 and 24, days in 2025 (cron-parser, croner, cron, cron-schedule, node-cron):
#   0 9 1 */3 *: 4, 4, 4, 4, 4
#   0 9 1 1/3 *: 4, refused, 4, 1, refused
#   0 9 1 * MON: 62, 62, 62, 62, 2
#   0 9 1-7 * MON: 124, 124, 124, 124, 12
#   0 9 */1 * MON: 365, 365, 52, 52, 52
#   0 9 * * 1L: 12, 12, refused, 52, 12
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  cron-parser@5.10.6 croner@11.0.1 cron@4.4.0 cron-schedule@6.0.0 node-cron@4.6.0 >/dev/null

cat >try.cjs <<'JS'
const { CronTime } = require('cron');
const { CronExpressionParser } = require('cron-parser');
const { parseCronExpression } = require('cron-schedule');
const { Cron } = require('croner');
const nodeCron = require('node-cron');
const before = new Date('2024-12-31T23:59:59Z');
const end = new Date('2026-01-01T00:00:00Z');
function counted(after) {
  let days = 0;
  for (let at = after(before); at < end; at = after(at)) days++;
  return days;
}
const libraries = [
  text => counted(at => CronExpressionParser.parse(text, { currentDate: at, tz: 'UTC' }).next().toDate()),
  text => counted(at => new Cron(text, { timezone: 'UTC', paused: true }).nextRun(at)),
  text => counted(at => new CronTime(text, 'UTC').getNextDateFrom(at, 'UTC').toJSDate()),
  text => counted(at => parseCronExpression(text).getNextDate(at)),
  text => {
    const task = nodeCron.createTask(text, () => undefined, { timezone: 'UTC' });
    const nines = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day, 9)));
    return nines.filter(nine => task.match(nine)).length;
  },
];
for (const text of ['0 9 1 */3 *', '0 9 1 1/3 *', '0 9 1 * MON', '0 9 1-7 * MON', '0 9 */1 * MON', '0 9 * * 1L']) {
  const days = libraries.map(count => {
    try {
      return count(text);
    } catch {
      return 'refused';
    }
  });
  console.log(`${text}: ${days.join(', ')}`);
}
JS

found=$(TZ=UTC node try.cjs)
expected='0 9 1 */3 *: 4, 4, 4, 4, 4
0 9 1 1/3 *: 4, refused, 4, 1, refused
0 9 1 * MON: 62, 62, 62, 62, 2
0 9 1-7 * MON: 124, 124, 124, 124, 12
0 9 */1 * MON: 365, 365, 52, 52, 52
0 9 * * 1L: 12, 12, refused, 52, 12'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
