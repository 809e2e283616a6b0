// Loaded into a measured server before its own code (`node --require`): answers each message of the process that started it
// with what the server has used, and with the longest time that its event loop was held since the answer before.
const { readFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');

// The threads of the server are started with it too.
if (isMainThread) watch();

function watch() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();

  process.on('message', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const [peak, resident] = linuxKiB('VmHWM', 'VmRSS') ?? [maxRSS, process.memoryUsage.rss() / 1024];
    process.send({
      cpu: (userCPUTime + systemCPUTime) / 1000,
      peak: peak / 1024,
      resident: resident / 1024,
      held: delay.max / 1e6,
    });
    delay.reset();
  });
  // Listening for messages is no reason to live on.
  process.channel.unref();
}

/** On Linux maxRSS begins with the size of the process that forked this one; the kernel's own marks do not. */
function linuxKiB(...names) {
  if (process.platform !== 'linux') return undefined;
  const status = readFileSync('/proc/self/status', 'utf8');
  return names.map(name => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)[1]));
}
