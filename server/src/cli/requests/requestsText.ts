import { dueInWords } from '../../core/pages/dueWords.ts';
import type { Block, Inlines } from '../../core/pages/page.ts';
import { nameOf } from '../../core/program/record.ts';
import { type AnsweredRequest, type RequestList, requestsIn } from '../../core/program/requests.ts';
import { append } from '../../core/text/lists.ts';
import { beginning } from '../beginning.ts';
import type { AskedProgram, AskedPrograms } from '../programs.ts';
import { readableBlocks } from '../readable.ts';
import { columns } from '../terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from '../terminalText.ts';
import { counted, notRead } from '../words.ts';

/** What `tickmark requests` prints for people. */
export function requestsText(asked: AskedPrograms): TerminalText {
  const parts = beginning(asked);
  for (const program of asked.programs) {
    append(parts, program.unreadable.map(notRead));
    parts.push(programText(program));
  }
  return joined(parts, terminal`\n`);
}

function programText({ engine, shown }: AskedProgram): TerminalText {
  const { program } = engine;
  const all = requestsIn(program);
  const name = paint('bold', printable(shown));
  if (all.length === 0) return terminal`${name}: no request of the auditor is recorded.\n`;
  const of = (list: RequestList) => all.filter(one => one.list === list);
  const tables = [
    ...tableOf('Overdue', of('overdue'), program.today),
    ...tableOf('Open', of('open'), program.today),
    ...tableOf('Closed', of('closed'), program.today),
  ];
  const parts = [
    terminal`${name}: ${counted(all.length, 'request')} of the auditor, as of ${printable(program.today)}`,
    ...readableBlocks(tables, columns()),
  ];
  return terminal`${joined(parts, terminal`\n\n`)}\n`;
}

function tableOf(caption: string, requests: readonly AnsweredRequest[], today: string): Block[] {
  if (requests.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: [{ text: caption, style: 'strong' }, `: ${requests.length}`],
      rows: requests.map(one => cellsOf(one, today)),
    },
  ];
}

function cellsOf({ entry, list, due, controls, evidence }: AnsweredRequest, today: string): Inlines[] {
  const { title, asks, values } = entry.shape;
  const name = nameOf(entry);
  const answers = [...evidence, ...controls];
  const more = [
    ...(list !== 'closed' && due !== undefined ? [dueInWords(due, today)] : []),
    values['status']?.text ?? 'no status',
    answers.length > 0 ? `answered by ${answers.join(', ')}` : 'nothing answers it',
    ...(values['owner'] ? [values['owner'].text] : []),
  ];
  return [
    [due ?? ''],
    [{ text: name, style: 'strong' }],
    [title === undefined || title === name ? (asks ?? '') : title],
    [more.join(' · ')],
  ];
}
