import Mocha from 'mocha';
import { runAndReport } from './report.ts';

const mocha = new Mocha({ ui: 'tdd', reporter: 'base', timeout: 60_000, forbidOnly: true });
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** Called by a Node extension host, on the desktop or on a server. */
export function run(): Promise<void> {
  return runAndReport(mocha);
}
