// Calendars in the form of RFC 5545, limited to what calendar programs read alike. No library writes only that: one moves
// days by the time zone, and another writes reminders that some programs refuse (findings/).
import { daysLater } from '../text/calendar.ts';

/** An event that lasts one whole day. */
export interface DayEvent {
  /** The parts of its name, which no other event in any calendar has. The same parts are the same event. */
  readonly names: readonly string[];
  /** A calendar date. */
  readonly day: string;
  readonly summary: string;
  /** Its lines. */
  readonly description: readonly string[];
}

/** How many days before an event a calendar program tells of it. */
const reminderDays = 7;

/**
 * A calendar with these events, each once, as a text to be imported.
 *
 * - An event lasts one whole day. Its end, which is not part of it, is stated: without it, some programs drop the event.
 * - Each is a plain event: many programs lose the date of a task, and a repetition from the end of a month has no common meaning.
 * - The text follows from what is given alone, so the same evidence gives the same bytes on the same day.
 * @param today a calendar date: the day on which this was the state. Programs take the event with the later one.
 */
export function icalendar(events: readonly DayEvent[], today: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tickmark//Evidence due//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(event => eventLines(event, today)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

function eventLines({ names, day, summary, description }: DayEvent, today: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(names)}`,
    `DTSTAMP:${basic(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(daysLater(day, 1))}`,
    `SUMMARY:${escaped(onOneLine(summary))}`,
    ...(description.length > 0 ? [`DESCRIPTION:${description.map(onOneLine).map(escaped).join('\\n')}`] : []),
    // Nobody is busy all day because of it.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(onOneLine(summary))}`,
    `TRIGGER:-P${reminderDays}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** A date as the format has it: 20260331. */
function basic(day: string): string {
  return day.replaceAll('-', '');
}

/** The id of what has these names. Only letters, digits, and hyphens stand for themselves: servers name files after it. */
function uidOf(names: readonly string[]): string {
  const parts = names.map(name =>
    name.replace(/[^A-Za-z0-9-]/g, sign => `_${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${parts.join('.')}@tickmark`;
}

/** A text without line ends and other controls: programs show only the first line, or refuse the rest. */
function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`);
}

/** How many octets of UTF-8 a line may have. */
const mostOctets = 75;

/** A line in pieces of at most 75 octets, as the format asks, and parted only between characters. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > mostOctets) {
      pieces.push(piece);
      // The blank that begins what continues a line counts too.
      [piece, octets] = ['', 1];
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece].join('\r\n ');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
