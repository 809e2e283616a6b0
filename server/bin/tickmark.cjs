#!/usr/bin/env node
// The command as npm links it. npm links only what is there, and a clone is installed before it is built.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist', 'launch.tickmark.cjs');
if (existsSync(built)) require(built);
else {
  process.stderr.write('tickmark: The command is not built yet. Run "npm run build" in the clone first.\n');
  process.exitCode = 2;
}
