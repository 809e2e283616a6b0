import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { reportWords } from '../../core/program/reportWords.ts';
import { unlistedWords } from '../../core/rules/running/listed.ts';
import { type Severity, severities } from '../../core/rules/severity.ts';
import { outsideText } from '../notAllRead.ts';
import type { AskedProgram } from '../programs.ts';
import { lineWidth, readableBlocks } from '../readable.ts';
import { columns } from '../terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from '../terminalText.ts';
import { counted, notRead } from '../words.ts';
import { colorOf, findingText, grouped, messageText, placeText } from './findingText.ts';
import type { Fixed } from './fix.ts';
import { locate } from './located.ts';
import type { Outcome } from './outcome.ts';
import type { Omitted, ReportedDocument } from './reported.ts';
import { startHere } from './startHere.ts';
import { totalsOf, totalsTable } from './totals.ts';

/** A hint compares an id with every other; whoever has more findings than this needs a list, not hints. */
const mostHints = 50;

/** What `tickmark check` prints, in pieces. */
export function* checkText(outcome: Outcome): Generator<TerminalText> {
  let isFirst = true;
  for (const section of sections(outcome)) {
    yield isFirst ? section : terminal`\n${section}`;
    isFirst = false;
  }
}

/** The sections between which there is an empty line. */
function* sections({
  asked,
  documents,
  fixed,
  counts,
  gone,
  recorded,
  quiet,
}: Outcome): Generator<TerminalText> {
  const { programs, notices } = asked;
  yield* notices.map(({ root, text }) => terminal`${printable(`${root}: ${text}`)}\n`);
  yield* outsideText(asked);
  if (programs.length === 0 && notices.length === 0) {
    yield terminal`Nothing to check: no control documentation found. A program is a folder with a \`tickmark.yaml\`, or with two of \`controls/\`, \`policies/\`, \`procedures/\`, \`narratives/\`, and \`standards/\` whose documents name the criteria that they satisfy.\n`;
  }
  if (fixed.length > 0) yield joined(fixed.map(fixedText));
  for (const program of programs) {
    const own = documents.filter(one => one.program === program);
    if (!quiet || own.some(({ seen }) => seen.listed.length > 0)) yield* programSections(program, own);
  }
  if (programs.length === 0) return;
  if (!quiet) yield* overview(documents);
  const total = severities
