import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { build } from '../version.ts';
import { CacheFolder, ForeignFolder } from '../workspace/cache/cacheFolder.ts';
import { FactsCache } from '../workspace/cache/factsCache.ts';
import { pageFile } from '../workspace/cache/pageFile.ts';
import { diskFiles } from '../workspace/disk/diskFiles.ts';
import { entriesIn } from '../workspace/disk/entriesIn.ts';
import { userCaches } from '../workspace/disk/ownFolder.ts';
import { realPathOf } from '../workspace/disk/places.ts';
import { watchFolders } from '../workspace/disk/watchFolders.ts';
import { cachedFacts } from '../workspace/diskReading.ts';
import { listingOf } from '../workspace/listing.ts';
import { localDate } from '../workspace/localDate.ts';
import { inSlices } from '../workspace/steps.ts';
import { complain, openChannel } from './channel.ts';
import { Session } from './lifecycle.ts';
import type { Recorder } from './recording/recorder.ts';
import type { Recording } from './recording/recording.ts';
import { Replay, type Replayed } from './recording/replay.ts';
import type { Runtime } from './runtime.ts';
import { startServer } from './server.ts';

/**
 * Serves over the channel that the arguments of the process name, until the client ends the session.
 * @param record makes what keeps the messages, where the session is recorded
 * @returns whether they name one; nothing is done where they do not
 */
export function serve(record?: () => Recorder): boolean {
  const opened = openChannel(process.argv.slice(2), why => {
    if (why !== undefined) complain(why);
    process.exit(why === undefined && session.isShutDown ? 0 : 1);
  });
  if (!opened) return false;
  const channel = record ? record().recorded(opened) : opened;
  // A server is open all day beside an editor: the space for what is short-lived would grow to a hundred megabytes.
  setFlagsFromString('--semi-space-growth-factor=1');
  const session = new Session(channel.reader, channel.writer);
  startServer(createConnection(ProposedFeatures.all, session.reader, session.writer), nodeRuntime);
  return true;
}

/**
 * Plays the client of a recording to a server of its own, on the day of the recording.
 * @param told hears of each request, as soon as it is answered
 * @param inTime whether each message waits for its time
 */
export async function replay(
  recording: Recording,
  told: (replayed: Replayed) => void,
  inTime: boolean,
): Promise<void> {
  const played = new Replay(recording, told);
  const session = new Session(played.reader, played.writer);
  const runtime = { ...nodeRuntime, today: () => recording.header.today };
  startServer(createConnection(ProposedFeatures.all, session.reader, session.writer), runtime);
  await played.run(inTime);
}

/** What stands in a URI as it is; most paths do, and thousands are named. */
const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)+$/;

const nodeRuntime: Runtime = {
  filesWith: others => ({
    list: folder => (isOnDisk(folder) ? inSlices(listingOf(folder), { now, pause }) : others.list(folder)),
    read: (file, within) => (isOnDisk(file) ? diskFiles : others).read(file, within),
    look: (file, within, sha256) => (isOnDisk(file) ? diskFiles : others).look(file, within, sha256),
    wouldList: (folder, path) => !isOnDisk(folder) || diskFiles.wouldList(folder, path),
    upwards: folder => (isOnDisk(folder) ? diskFiles : others).upwards(folder),
  }),
  keyOf(uri) {
    if (!uri.startsWith('file:')) return uri;
    try {
      return realPathOf(fileURLToPath(uri));
    } catch {
      // Another host's, or no URI at all.
      return uri;
    }
  },
  uriOf: key => (plainPath.test(key) ? `file://${key}` : isOnDisk(key) ? pathToFileURL(key).href : key),
  entriesIn: (folder, within) => (isOnDisk(folder) ? entriesIn(folder, within) : []),
  pageFile(root, about, text) {
    const file = isOnDisk(root) ? pageFile(userCaches(), root, about, text) : undefined;
    return file === undefined ? undefined : realPathOf(file);
  },
  today: () => localDate(new Date()),
  now,
  pause,
  async cachedFacts(root) {
    if (build === undefined || !isOnDisk(root)) return undefined;
    const folder = cacheFolderFor(root);
    if (!folder) return undefined;
    const pausing = { now, pause };
    const cache = await inSlices(FactsCache.open(folder, root, build), pausing);
    // Every program that serves an editor serves reading too.
    return cachedFacts(root, process.argv[1] ?? '', cache, pausing);
  },
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  watch: ({ folders, ignoreFilesIn }, changed) =>
    watchFolders(folders.filter(isOnDisk), ignoreFilesIn.filter(isOnDisk), changed),
};

/** This user's folder for results of earlier runs; undefined where something else bears its name. */
function cacheFolderFor(root: string): CacheFolder | undefined {
  try {
    return CacheFolder.open(undefined, [root]);
  } catch (error) {
    if (error instanceof ForeignFolder) return undefined;
    throw error;
  }
}

function now(): number {
  return performance.now();
}

function pause(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

function isOnDisk(key: string): boolean {
  return key.startsWith('/') || /^[A-Za-z]:\//.test(key);
}
