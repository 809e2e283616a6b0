#!/usr/bin/env bash
# cronstrue 3.39.0: an expression that comes up every day of four months is "every 3 months" in its words.
#
# `0 9 * */3 *` has a star for the day of the month, and comes up on 123 days of 2025 (croner 11.0.1). cronstrue leaves out
# "every day" unless it is asked for `verbose: true`. Someone who means once a quarter forgets the 1, compares the words, and
# sees nothing wrong: with the 1, they only gain "on day 1 of the month". The words for an expression do not confirm the
# frequency of a control. So Tickmark leaves an expression as it is written, and puts no words in its place.
#
# Seen on Node 20 and 24:
#   0 9 * */3 *: At 09:00 AM, every 3 months (123 days in 2025)
#   0 9 * */3 *, verbose: At 09:00 AM, every day, every 3 months
#   0 9 1 */3 *: At 09:00 AM, on day 1 of the month, every 3 months (4 days in 2025)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts cronstrue@3.39.0 croner@11.0.1 >/dev/null

cat >try.cjs <<'JS'
const { Cron } = require('croner');
const cronstrue = require('cronstrue');
function daysIn2025(text) {
  const cron = new Cron(text, { timezone: 'UTC', paused: true });
  return cron.nextRuns(400, new Date('2024-12-31T23:59:59Z')).filter(at => at < new Date('2026-01-01T00:00:00Z')).length;
}
const daily = '0 9 * */3 *';
const quarterly = '0 9 1 */3 *';
console.log(`${daily}: ${cronstrue.toString(daily)} (${daysIn2025(daily)} days in 2025)`);
console.log(`${daily}, verbose: ${cronstrue.toString(daily, { verbose: true })}`);
console.log(`${quarterly}: ${cronstrue.toString(quarterly)} (${daysIn2025(quarterly)} days in 2025)`);
JS

found=$(TZ=UTC node try.cjs)
expected='0 9 * */3 *: At 09:00 AM, every 3 months (123 days in 2025)
0 9 * */3 *, verbose: At 09:00 AM, every day, every 3 months
0 9 1 */3 *: At 09:00 AM, on day 1 of the month, every 3 months (4 days in 2025)'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
