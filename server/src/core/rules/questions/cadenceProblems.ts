import type { DocumentFacts } from '../../formats/facts.ts';
import { isFilledIn } from '../../formats/isFilledIn.ts';
import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { readFrequency, twofold } from '../../model/frequency.ts';
import { type CronReader, cronFault, looksLikeCron } from '../../text/cron.ts';
import type { TextRange } from '../../text/range.ts';
import { entriesOf, items } from '../../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../yaml/node.ts';
import type { Said } from '../rule.ts';

/** Something that says how often, and what cannot be understood of it. */
export interface CadenceProblem extends Said {
  readonly range: TextRange;
}

/**
 * What cannot be understood of the frequencies and cron expressions of a document's controls and procedures, or never comes
 * up, in any format. What is still to be filled in is no problem here.
 */
export function cadenceProblems({ text, records, summary }: DocumentFacts): readonly CadenceProblem[] {
  const { cron } = layoutNamed(summary.shape.format);
  return records.flatMap(({ kind, mapping, yaml }, index) => {
    const isPerformed = kind === 'control' || kind === 'procedure';
    const counts = summary.shape.records[index]?.standing === 'counts' && (yaml?.problems.length ?? 0) === 0;
    return isPerformed && counts && mapping ? problemsIn(mapping, text, cron) : [];
  });
}

function problemsIn(mapping: YamlMapping, text: string, reader: CronReader): readonly CadenceProblem[] {
  return entriesOf(mapping).flatMap(({ key: { value: key }, value }) => {
    if (key === 'history')
      return items(value).flatMap(one => (one?.type === 'mapping' ? problemsIn(one, text, reader) : []));
    if (key !== 'frequency' && key !== 'cron') return [];
    return items(value).flatMap(one => problemsOf(one, key, text, reader));
  });
}

function problemsOf(
  node: YamlNode | undefined,
  key: 'frequency' | 'cron',
  text: string,
  reader: CronReader,
): readonly CadenceProblem[] {
  if (node?.type !== 'scalar' || !isFilledIn(node.value)) return [];
  const { value: written, start, end } = node;
  const value = written.trim();
  const args = { value, key };
  if (key === 'cron' || looksLikeCron(value)) {
    const said = saidOfCron(value, reader);
    return said ? [{ range: { start, end }, message: said.message, args: { ...args, ...said.args } }] : [];
  }
  const { meant, unclear } = readFrequency(value);
  if (meant === undefined) {
    const both = twofold(value);
    const range = { start, end };
    return [
      both
        ? { range, message: 'twofold', args: { ...args, ...both } }
        : { range, message: 'frequency', args },
    ];
  }
  // In quotes or over several lines, the words may stand elsewhere than in the value.
  const at = text.slice(start, end).indexOf(value);
  return unclear.map(({ start: from, end: to }) => ({
    range: at < 0 ? { start, end } : { start: start + at + from, end: start + at + to },
    message: 'frequency',
    args: { ...args, value: value.slice(from, to) },
  }));
}

function saidOfCron(value: string, reader: CronReader): Said | undefined {
  const fault = cronFault(value, reader);
  const asOthers = `0 ${value}`;
  const hasFiveFields = value.split(/\s+/).length === 5;
  const isForOthers = reader === 'secondsFirst' && hasFiveFields && !cronFault(value, 'usual');
  if (isForOthers && !cronFault(asOthers, reader))
    return { message: 'fiveFields', args: { asOthers, asHere: fault ? '' : `${value} *` } };
  if (!fault) return undefined;
  return fault.is === 'never'
    ? { message: 'never', args: {} }
    : {
        message: 'cron',
        args: { field: fault.field, fields: reader === 'usual' ? 'five fields, or six' : 'six fields' },
      };
}
