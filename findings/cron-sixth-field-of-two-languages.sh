#!/usr/bin/env bash
# croniter 6.2.4 (Python) and cron-parser 5.10.6 (npm): the sixth field of a cron expression is the seconds at opposite ends.
#
# Of six fields, cron-parser and most tools of npm take the first as the seconds. croniter, which Airflow and other schedulers
# in Python use, takes the last, unless it is told `second_at_beginning`. Neither objects to the order of the other, so
# `30 0 9 * * 1` is every Monday at 09:00:30 for one, and the 9th of each month at 00:30:01 for the other. Which days a control
# with this frequency is due depends on the tool that runs it. So Tickmark says of six fields that they are no
# cron expression only where no order makes them one, and plans nothing by an order that it cannot know.
#
# Seen with Python 3.11 and Node 20 and 24, from 2026-01-01 on:
#   croniter, 30 0 9 * * 1: 2026-01-09T00:30:01 2026-02-09T00:30:01
#   cron-parser, 30 0 9 * * 1: 2026-01-05T09:00:30 2026-01-12T09:00:30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check croniter==6.2.4 >/dev/null 2>&1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts cron-parser@5.10.6 >/dev/null

cat >try.py <<'PY'
from datetime import datetime
from croniter import croniter
text = '30 0 9 * * 1'
days = croniter(text, datetime(2026, 1, 1))
print(f'croniter, {text}:', *(days.get_next(datetime).isoformat() for _ in range(2)))
PY
cat >try.cjs <<'JS'
const { CronExpressionParser } = require('cron-parser');
const text = '30 0 9 * * 1';
const days = CronExpressionParser.parse(text, { currentDate: new Date('2026-01-01T00:00:00Z'), tz: 'UTC' });
const next = () => days.next().toDate().toISOString().slice(0, 19);
console.log(`cron-parser, ${text}: ${next()} ${next()}`);
JS

found=$(venv/bin/python try.py; node try.cjs)
expected='croniter, 30 0 9 * * 1: 2026-01-09T00:30:01 2026-02-09T00:30:01
cron-parser, 30 0 9 * * 1: 2026-01-05T09:00:30 2026-01-12T09:00:30'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
