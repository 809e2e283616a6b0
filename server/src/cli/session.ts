import { parseArgs } from 'node:util';
import { NoRecording, readRecording } from '../lsp/recording/readRecording.ts';
import type { Recorder } from '../lsp/recording/recorder.ts';
import type { Recording } from '../lsp/recording/recording.ts';
import type { Replayed } from '../lsp/recording/replay.ts';
import { messageOf } from '../workspace/disk/errors.ts';
import { NewFile, NotMade } from '../workspace/disk/newFile.ts';
import { readRegular } from '../workspace/disk/readRegular.ts';
import { localDate } from '../workspace/localDate.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { write, writeError } from './terminal.ts';
import { printable, type TerminalText, terminal } from './terminalText.ts';
import { counted } from './words.ts';

/** Whether a command line is that of an editor, which can have options of its own in it. */
export function isSession(line: readonly string[]): boolean {
  const asksOther = line.some(word => /^(?:--help|-h|--replay(?:=.*)?)$/.test(word));
  return line[0] === 'lsp' && !asksOther;
}

/**
 * `tickmark lsp --stdio`: serves an editor until it ends the connection. The server is loaded only here and for `--replay`: the
 * other commands are quick.
 * @throws CouldNotRun where no connection is named, or the session cannot be recorded
 */
export async function serve(line: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...line],
    options: {
      record: { type: 'string' },
      'mask-texts': { type: 'boolean' },
      'keep-times': { type: 'boolean' },
    },
    strict: false,
  });
  const { record } = values;
  const texts = values['mask-texts'] === true ? 'masked' : 'whole';
  if (record === undefined && texts === 'masked')
    throw new CouldNotRun('--mask-texts: add --record FILE to name the file of the recording.');
  if (values['keep-times'] === true)
    throw new CouldNotRun('--keep-times: add --replay FILE to name the recording that is replayed.');
  if (typeof record === 'boolean' || record === '' || record?.startsWith('-'))
    throw new CouldNotRun('--record needs a value: `--record FILE`, where FILE does not exist yet.');
  const node = await import('../lsp/node.ts');
  const recording = await import('../lsp/recording/recorder.ts');
  const recorder = (file: string): Recorder => {
    const kept = newFile(file);
    return new recording.Recorder(
      {
        add: text => kept.add(text),
        failed: error =>
          writeError(
            terminal`tickmark: --record ${printable(file)}: the recording ends here: ${printable(messageOf(error))}\n`,
          ),
        now: () => performance.now(),
        today: localDate(new Date()),
        platform: `${process.platform} ${process.arch}, Node ${process.version}`,
      },
      texts,
    );
  };
  const isServing = node.serve(record === undefined ? undefined : () => recorder(record));
  if (!isServing) throw new CouldNotRun('Name the connection to the editor: `tickmark lsp --stdio`.');
  return 0;
}

function newFile(path: string): NewFile {
  try {
    return new NewFile(path);
  } catch (error) {
    if (error instanceof NotMade)
      throw new CouldNotRun(`--record ${path}: the file was not written: ${error.message}. Name a new file.`);
    throw error;
  }
}

/**
 * `tickmark lsp --replay FILE`: asks a new server what the editor of a recording asked, and prints how it answers.
 * @returns 0 where every answer is the recorded one, 1 where one is not
 * @throws CouldNotRun where the file is not a recording
 */
export async function replay(file: string, keepTimes: boolean): Promise<number> {
  const recording = recordingIn(file);
  const node = await import('../lsp/node.ts');
  const all: Replayed[] = [];
  const told = (replayed: Replayed) => {
    all.push(replayed);
    write(terminal`${lineOf(replayed)}\n`);
  };
  await node.replay(recording, told, keepTimes);
  write(terminal`\n${summaryOf(all)}\n`);
  return all.some(({ outcome }) => outcome.is === 'different' || outcome.is === 'unanswered') ? 1 : 0;
}

function recordingIn(file: string): Recording {
  const read = readRegular(file);
  if (read === undefined) throw new CouldNotRun(`--replay ${file}: this file does not exist.`);
  if (typeof read === 'symbol')
    throw new CouldNotRun(`--replay ${file}: this is not a regular file, is too large, or cannot be read.`);
  try {
    return readRecording(read.bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof NoRecording) throw new CouldNotRun(`--replay ${file}: ${error.message}`);
    throw error;
  }
}

/** `   12.3 ms  textDocument/hover  same`. */
function lineOf({ method, took, outcome }: Replayed): TerminalText {
  return terminal`${printable(took.toFixed(1).padStart(9))} ms  ${printable(method.padEnd(34))}  ${printable(words(outcome))}`;
}

function words(outcome: Replayed['outcome']): string {
  if (outcome.is !== 'different') return outcome.is;
  const { at, recorded = 'nothing', now = 'nothing' } = outcome.difference;
  return `different: ${at} is ${now}, recorded ${recorded}`;
}

function summaryOf(all: readonly Replayed[]): TerminalText {
  const kinds = ['same', 'different', 'unanswered', 'not compared'] as const;
  const parts = kinds.flatMap(kind => {
    const number = all.filter(({ outcome }) => outcome.is === kind).length;
    return number > 0 ? [`${number} ${kind}`] : [];
  });
  return printable(`${counted(all.length, 'request')}: ${parts.join(', ') || 'nothing to compare'}.`);
}
