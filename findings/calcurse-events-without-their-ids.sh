#!/usr/bin/env bash
# calcurse 4.7.1 (Debian 12): an imported event loses its UID, so importing a calendar again doubles its events.
#
# In RFC 5545, the UID says that two events are the same. calcurse keeps only the date, the summary, and notes. A second import of the
# same file adds every event again. If an event has moved in a newer file, the old one stays beside it. An export with `--export-uid`
# has a hash in place of the UID. The manual mentions none of this. To import a calendar of due dates again, use a folder of its own
# (`-D`), and empty it first.
#
# Seen:
#   after the first import: 1 event
#   after the second import: 2 events
#   exported with --export-uid, the UID of the file: 0 times
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q calcurse=4.7.1-1 >/dev/null 2>&1
dpkg-deb -x calcurse_*.deb debian

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//Example//EN BEGIN:VEVENT UID:review-q1@example DTSTAMP:20260101T000000Z \
  'DTSTART;VALUE=DATE:20260331' 'DTEND;VALUE=DATE:20260401' 'SUMMARY:Access review' END:VEVENT END:VCALENDAR >due.ics
mkdir data
calcurse() { LC_ALL=C.UTF-8 debian/usr/bin/calcurse -q -D data -C data "$@" </dev/null; }
events() { grep -c 'Access review' data/apts; }

found=$(
  calcurse -i due.ics && echo "after the first import: $(events) event"
  calcurse -i due.ics && echo "after the second import: $(events) events"
  echo "exported with --export-uid, the UID of the file: $(calcurse -x --export-uid | grep -c review-q1 || true) times"
)
expected='after the first import: 1 event
after the second import: 2 events
exported with --export-uid, the UID of the file: 0 times'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
