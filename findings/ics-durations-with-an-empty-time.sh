#!/usr/bin/env bash
# ics 3.12.0: a reminder some days or weeks before an event has a length of time that RFC 5545 does not allow.
#
# The library always writes the `T` that separates days from hours, even if no hours follow: `-P7DT`, and `-P1WT`, although weeks cannot
# have hours at all. An event that lasts whole days gets such a duration too. The library reports no error. Python's icalendar (4.0.3 in
# Debian 12, which khal uses) reads the days, but refuses the whole calendar because of the weeks. The same time in hours is correct.
# So Tickmark writes calendars itself.
#
# Seen on Node 20 and 24, and Python 3.11:
#   7 days: TRIGGER:-P7DT, error null
#   icalendar reads days.ics
#   1 week: TRIGGER:-P1WT, error null
#   icalendar refuses weeks.ics: Invalid iCalendar duration: -P1WT
#   168 hours: TRIGGER:-PT168H, error null
#   icalendar reads hours.ics
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ics@3.12.0 >/dev/null
apt-get download -q python3-icalendar=4.0.3-5 python3-dateutil=2.8.2-2 python3-tz=2022.7.1-4 python3-six=1.16.0-4 >/dev/null 2>&1
for package in *.deb; do dpkg-deb -x "$package" debian; done

cat >write.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const ics = require('ics');
const [name, unit, count] = process.argv.slice(2);
const alarms = [{ action: 'display', description: 'Review', trigger: { [unit]: Number(count), before: true } }];
const { error, value } = ics.createEvent({ uid: 'a', title: 'Review', start: [2026, 3, 31], end: [2026, 4, 1], alarms });
writeFileSync(`${unit}.ics`, value);
console.log(`${name}: ${/TRIGGER.*/.exec(value)[0]}, error ${error}`);
JS
cat >read.py <<'PY'
import sys
from icalendar import Calendar
name = sys.argv[1]
try:
    Calendar.from_ical(open(name, newline='').read())
    print(f'icalendar reads {name}')
except ValueError as error:
    print(f'icalendar refuses {name}: {error}')
PY
read_it() { PYTHONPATH=debian/usr/lib/python3/dist-packages python3 read.py "$1"; }

found=$(
  node write.cjs '7 days' days 7 && read_it days.ics
  node write.cjs '1 week' weeks 1 && read_it weeks.ics
  node write.cjs '168 hours' hours 168 && read_it hours.ics
)
expected='7 days: TRIGGER:-P7DT, error null
icalendar reads days.ics
1 week: TRIGGER:-P1WT, error null
icalendar refuses weeks.ics: Invalid iCalendar duration: -P1WT
168 hours: TRIGGER:-PT168H, error null
icalendar reads hours.ics'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
