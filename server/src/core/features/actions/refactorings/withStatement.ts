import type { Begun, Stop } from '../../../formats/begun.ts';

/** The statement of a new control, which a person is to write. */
const hole = /^([ \t]*(?:- )?)statement: >-(\r\n|\n|\r)([ \t]+)\[[^\]\r\n]*\](?=[\r\n])/m;

/** A new record that says what another text said: its statement is that text. Undefined where it has no statement. */
export function withStatement(made: Begun, statement: string): Begun | undefined {
  const found = hole.exec(made.text);
  if (!found) return undefined;
  const [whole, indent = '', lineEnd = '\n', inner = '  '] = found;
  const lines = statement.split(/\r\n|\n|\r/).map(line => line.trim());
  const written = `${indent}statement: >-${lineEnd}${lines.map(line => inner + line).join(lineEnd)}`;
  const grown = written.length - whole.length;
  const end = found.index + whole.length;
  const stops = made.stops.flatMap((stop): Stop[] => {
    if (stop.end <= found.index) return [stop];
    return stop.start < end ? [] : [{ ...stop, start: stop.start + grown, end: stop.end + grown }];
  });
  return { text: made.text.slice(0, found.index) + written + made.text.slice(end), stops };
}
