import { exactCsv } from '../../core/exports/csv.ts';
import { type AnsweredRequest, requestsIn } from '../../core/program/requests.ts';
import { daysBetween } from '../../core/text/calendar.ts';
import type { Arguments } from '../arguments.ts';
import { cacheFor } from '../cacheFor.ts';
import { codeOf, sayUnread } from '../notAllRead.ts';
import { type AskedProgram, type AskedPrograms, findPrograms, readPrograms } from '../programs.ts';
import { write } from '../terminal.ts';
import { handedOut, json, type TerminalText } from '../terminalText.ts';
import { noticeJson } from '../unreadNotices.ts';
import { requestsText } from './requestsText.ts';

/** `tickmark requests`: prints the auditor's requests, with what answers each. */
export async function requests(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const asked = await readPrograms(args, found, cacheFor(args, found));
  write(printed(asked, args));
  sayUnread(asked);
  return codeOf(0, asked);
}

function printed(asked: AskedPrograms, { format }: Arguments): TerminalText {
  switch (format) {
    case 'csv':
      return handedOut(exactCsv([head, ...asked.programs.flatMap(rowsOf)]));
    case 'json':
      return json({
        version: 1,
        programs: asked.programs.map(programJson),
        notices: asked.notices.map(noticeJson),
        unreadable: asked.unreadable,
      });
    default:
      return requestsText(asked);
  }
}

/** The columns: the keys of a request, by which it can be read as a register again, and what is only told. */
const head = [
  ...['id', 'title', 'text', 'owner', 'received', 'due', 'status', 'controls', 'evidence'],
  ...['files', 'list', 'days', 'program', 'file'],
];

function rowsOf(program: AskedProgram): string[][] {
  const own = program.engine.program;
  return requestsIn(own).map(({ entry, list, due, controls, evidence, files }) => {
    const { id, title = '', asks = '', values } = entry.shape;
    return [
      ...[id?.text ?? '', title, asks, values['owner']?.text ?? '', values['received']?.text ?? ''],
      ...[values['due']?.text ?? '', values['status']?.text ?? '', controls.join('; '), evidence.join('; ')],
      ...[files.join('; '), list, due === undefined ? '' : String(daysBetween(own.today, due))],
      ...[program.shown, program.fileOf(entry.path)],
    ];
  });
}

function programJson(program: AskedProgram) {
  const own = program.engine.program;
  return {
    root: program.shown,
    unreadable: program.unreadable,
    countedOn: own.today,
    requests: requestsIn(own).map(one => requestJson(program, one)),
  };
}

function requestJson(program: AskedProgram, request: AnsweredRequest) {
  const { entry, list, due, controls, evidence, files } = request;
  const { id, title, asks, values } = entry.shape;
  return {
    id: id?.text ?? null,
    title: title ?? null,
    text: asks ?? null,
    file: program.fileOf(entry.path),
    owner: values['owner']?.text ?? null,
    received: values['received']?.text ?? null,
    due: due ?? null,
    days: due === undefined ? null : daysBetween(program.engine.program.today, due),
    status: values['status']?.text ?? null,
    list,
    controls,
    evidence,
    files,
  };
}
