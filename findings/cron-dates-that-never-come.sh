#!/usr/bin/env bash
# cron 4.4.0, cron-validate 1.5.3 and cronstrue 3.39.0: an expression is valid, and its date never comes.
#
# `0 9 31 4,6,9,11 *` asks for the 31st of the four months that have 30 days. The validators of cron and cron-validate accept
# it, and cronstrue puts it in words as if it came up. cron says that there is no date only when it is asked for the next one.
# cron-parser 5.10.6 and node-cron 4.6.0 refuse the expression at once; croner 11.0.1 accepts it and has no next date. A
# control with this frequency is never due, and nobody learns it before the audit. So Tickmark looks for a day on which the
# expression comes up; that its fields can be read is not enough.
#
# Seen on Node 20 and 24:
#   cron validates: true
#   cron, next date: throws
#   cron-validate: valid
#   cronstrue: At 09:00 AM, on day 31 of the month, only in April, June, September, and November
#   cron-parser: refused
#   node-cron: refused
#   croner, next date: null
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  cron@4.4.0 cron-validate@1.5.3 cronstrue@3.39.0 cron-parser@5.10.6 node-cron@4.6.0 croner@11.0.1 >/dev/null

cat >try.cjs <<'JS'
const { CronTime, validateCronExpression } = require('cron');
const { CronExpressionParser } = require('cron-parser');
const validated = require('cron-validate').default;
const { Cron } = require('croner');
const cronstrue = require('cronstrue');
const nodeCron = require('node-cron');
const text = '0 9 31 4,6,9,11 *';
function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
console.log(`cron validates: ${validateCronExpression(text).valid}`);
console.log(`cron, next date: ${attempt(() => new CronTime(text, 'UTC').sendAt(), 'throws')}`);
console.log(`cron-validate: ${validated(text).isValid() ? 'valid' : 'refused'}`);
console.log(`cronstrue: ${cronstrue.toString(text)}`);
console.log(`cron-parser: ${attempt(() => CronExpressionParser.parse(text) && 'accepted', 'refused')}`);
console.log(`node-cron: ${nodeCron.validate(text) ? 'accepted' : 'refused'}`);
console.log(`croner, next date: ${new Cron(text, { paused: true }).nextRun()}`);
JS

found=$(TZ=UTC node try.cjs)
expected='cron validates: true
cron, next date: throws
cron-validate: valid
cronstrue: At 09:00 AM, on day 31 of the month, only in April, June, September, and November
cron-parser: refused
node-cron: refused
croner, next date: null'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
