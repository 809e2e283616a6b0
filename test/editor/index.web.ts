import 'mocha/mocha.js';
import { runAndReport } from './report.ts';

mocha.setup({ ui: 'tdd', reporter: 'base', timeout: 60_000, forbidOnly: true });

/** Called by a web extension host. */
export function run(): Promise<void> {
  return runAndReport(mocha);
}
