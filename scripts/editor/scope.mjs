// Nothing that a script starts outlives it: not at the end, not on an error, not on Ctrl+C, not when it hangs.

/**
 * Runs the work, then what it deferred, last first; gives what the work gave. Told to stop by a signal, the process
 * cleans up and ends by that signal.
 * @template T
 * @param {(defer: (cleanup: () => unknown) => void) => Promise<T>} work hands each clean-up to `defer` as soon as there
 *   is something to clean up; a clean-up handed over too late runs at once
 * @param {number} [seconds] how long the work may take; for ever where it is left out
 * @returns {Promise<T>} rejects when the work fails or takes too long
 */
export async function scoped(work, seconds) {
  const cleanups = [];
  let closed = false;
  const defer = cleanup => {
    if (closed) void cleanup();
    else cleanups.push(cleanup);
  };

  let stop = () => {};
  const stopped = new Promise((_, reject) => {
    stop = reject;
  });
  let signaled;
  const onSignal = signal => {
    signaled = signal;
    stop(new Error(`stopped by ${signal}`));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  const timer = seconds && setTimeout(() => stop(new Error(`not done after ${seconds} s`)), seconds * 1000);

  try {
    return await Promise.race([work(defer), stopped]);
  } finally {
    closed = true;
    for (const cleanup of cleanups.reverse()) await cleanup();
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, onSignal);
    if (signaled) process.kill(process.pid, signaled);
  }
}
