import { serveReading } from '../workspace/parallelReading.ts';
import { serve } from './node.ts';

// The entry that the VS Code client forks. A thread that was started to read files does only that.
if (!serveReading()) serve();
