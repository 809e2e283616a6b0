// Loaded into a measured process before its own code (`node --require`): writes at the end what the process has used.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { peak: (peakOnLinux() ?? maxRSS) / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env.TICKMARK_BENCH_USAGE, JSON.stringify(usage));
});

/** In KiB. On Linux maxRSS begins with the size of the process that forked this one; the kernel's own mark does not. */
function peakOnLinux() {
  if (process.platform !== 'linux') return undefined;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}
