import { readDate } from '../../core/text/calendar.ts';
import { fieldsOf } from '../fieldsOf.ts';
import { type RecordedMessage, type Recording, type RecordingHeader, recordingFormat } from './recording.ts';

/** A text is not a recording; the message says where and why. */
export class NoRecording extends Error {}

/** Nothing in the protocol is nested as deep. */
const deepest = 200;

/**
 * Reads a recording. A last line without a line end is left out: the process ended while it was written.
 * @throws NoRecording at the first line that is not what it has to be
 */
export function readRecording(text: string): Recording {
  const lines = text.split('\n');
  lines.pop();
  const [first, ...others] = lines;
  if (first === undefined) throw new NoRecording('It has no complete line.');
  return {
    header: readHeader(parsed(first, 1)),
    messages: others.map((line, index) => readMessage(parsed(line, index + 2), index + 2)),
  };
}

function parsed(line: string, number: number): unknown {
  if (isTooDeep(line)) throw new NoRecording(`Line ${number} is nested more than ${deepest} levels deep.`);
  try {
    return JSON.parse(line);
  } catch {
    throw new NoRecording(`Line ${number} is not JSON.`);
  }
}

/** Whether JSON is nested deeper than any message: who follows it would run out of memory. */
function isTooDeep(line: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < line.length; i++) {
    const sign = line[i];
    if (sign === '"') inString = !inString;
    else if (inString && sign === '\\') i++;
    else if (!inString && (sign === '[' || sign === '{')) depth++;
    else if (!inString && (sign === ']' || sign === '}')) depth--;
    if (depth > deepest) return true;
  }
  return false;
}

function readHeader(value: unknown): RecordingHeader {
  const { tickmarkRecording, note, version, today, platform, texts } = fieldsOf(value);
  if (typeof tickmarkRecording !== 'number')
    throw new NoRecording('Line 1 is not the first line of a recording. `--record FILE` writes one.');
  if (tickmarkRecording !== recordingFormat)
    throw new NoRecording(
      `Line 1 says that the recording has the form ${tickmarkRecording}; this version reads the form ${recordingFormat}.`,
    );
  const day = typeof today === 'string' ? readDate(today) : undefined;
  if (day === undefined) throw new NoRecording('Line 1: `today` is not a calendar date.');
  if (texts !== 'whole' && texts !== 'masked')
    throw new NoRecording('Line 1: `texts` is neither "whole" nor "masked".');
  const said = (one: unknown) => (typeof one === 'string' ? one : '');
  return {
    tickmarkRecording,
    note: said(note),
    version: said(version),
    today: day,
    platform: said(platform),
    texts,
  };
}

function readMessage(value: unknown, number: number): RecordedMessage {
  const { at, from, message } = fieldsOf(value);
  if (typeof at !== 'number' || !(at >= 0))
    throw new NoRecording(`Line ${number}: \`at\` is not a time in milliseconds.`);
  if (from !== 'client' && from !== 'server')
    throw new NoRecording(`Line ${number}: \`from\` is neither "client" nor "server".`);
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new NoRecording(`Line ${number}: \`message\` is not an object.`);
  return { at, from, message: fieldsOf(message) };
}
