import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskFiles } from '../../../server/src/workspace/disk/diskFiles.ts';
import { uriOf } from '../../lsp/client.ts';
import { RealServer } from '../../soak/realServer.ts';
import type { Input } from '../input.ts';
import { surroundingTexts } from '../surroundings.ts';
import { play } from './protocol.ts';

/** Plays an exchange with the built server, in a process of its own and over files on disk. @throws Fault */
export async function checkStdio({ text }: Input): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tickmark-fuzz-')));
  const write = (file: string, content: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  mkdirSync(join(folder, '.git'));
  for (const [path, content] of surroundingTexts) write(join(folder, path), content);
  const server = new RealServer();
  try {
    const remove = (file: string) => rmSync(file, { force: true });
    await play(text, { client: server.client, files: diskFiles, folder, uriOf, write, remove });
    await server.end();
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
