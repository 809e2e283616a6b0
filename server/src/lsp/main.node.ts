import { serve } from './node.ts';

// The entry that the VS Code client forks.
serve();
