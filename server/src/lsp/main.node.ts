import { serveReading } from '../workspace/parallelReading.ts';
import { complain } from './channel.ts';
import { serve } from './node.ts';

// What the VS Code client forks. A thread that was started to read files does only that.
if (!serveReading() && !serve()) {
  complain('Name the connection to the editor: --stdio, or --node-ipc if the editor is the parent process.');
  process.exitCode = 2;
}
