// `npm start [-- PATH ...]`: builds, then shows what the command finds in the example program (or in those named) on one screen:
// its findings by severity, its coverage by group, and what to try next. Ends with 0 whatever is found.

import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { groupStates } from './groupStates.mjs';
import { install, modernNode, root, run } from './toolchain.mjs';

/** How many findings are named; the command lists them all. */
const mostFindings = 12;

install();
if (run(modernNode(), ['scripts/build.mjs']) !== 0) process.exit(2);

// npm runs scripts in the project's folder; a path is meant from where the user called it.
const from = process.env.INIT_CWD ?? process.cwd();
const named = process.argv.slice(2);
const paths =
  named.length > 0 ? named.map(path => resolve(from, path)) : [resolve(root, 'examples/brightdesk')];
const command = resolve(root, 'server/dist/tickmark.cjs');

function answer(...args) {
  const { stdout } = spawnSync(process.execPath, [command, ...args, ...paths, '--format', 'json'], {
    cwd: from,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (stdout === '') process.exit(2);
  return JSON.parse(stdout);
}

const checked = answer('check');
const [program, ...others] = answer('coverage').programs;
if (program) {
  showFindings(program.root);
  for (const report of program.reports.slice(0, 1)) showCoverage(report);
  if (others.length > 0) console.log(`\nOther programs: ${others.map(one => one.root).join(', ')}`);
} else console.log('\nNothing to check: no control documentation found.');
showNext();

function showFindings(of) {
  const findings = checked.findings.filter(one => one.program === of);
  const severities = ['error', 'warning', 'information', 'hint'];
  const count = severity => findings.filter(one => one.severity === severity).length;
  const counted = (count, noun) => `${count} ${noun}${count === 1 || noun === 'information' ? '' : 's'}`;
  console.log(`\n${of}: ${severities.map(one => counted(count(one), one)).join(', ')}\n`);
  const sorted = severities.flatMap(severity => findings.filter(one => one.severity === severity));
  const width = Math.max(0, ...sorted.map(({ rule }) => rule.length));
  for (const { file, range, severity, rule } of sorted.slice(0, mostFindings))
    console.log(
      `  ${severity.padEnd(11)}  ${rule.padEnd(width)}  ${file}:${range.start.line}:${range.start.column}`,
    );
  if (sorted.length > mostFindings) console.log(`  and ${sorted.length - mostFindings} more`);
}

/** How many criteria of each group are in which state. */
function showCoverage({ id, criteria }) {
  console.log(`\nCoverage of ${id} by group (management's view, not an auditor's conclusion)\n`);
  for (const line of groupStates(criteria)) console.log(`  ${line}`);
}

function showNext() {
  const tickmark = `node ${relative(from, command)}`;
  const path = paths.map(one => relative(from, one) || '.').join(' ');
  const lines = [
    [`${tickmark} check ${path}`, 'every finding, with what to do'],
    [`${tickmark} coverage ${path} --only missing`, 'what is left to do'],
    [`${tickmark} explain CC6.1`, 'what a criterion asks for'],
    ['npm start -- PATH', 'the same for a folder of yours'],
  ];
  const width = Math.max(...lines.map(([line]) => line.length));
  console.log('\nWhat to try next\n');
  for (const [line, does] of lines) console.log(`  ${line.padEnd(width)}  # ${does}`);
}
