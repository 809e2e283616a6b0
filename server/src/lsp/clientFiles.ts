import type { Connection } from 'vscode-languageserver';
import type { Files } from '../workspace/files.ts';
import { listFilesRequest, readFileRequest } from './protocol.ts';

/** Files that only the client can reach: of another scheme than `file:`, or of any in a browser. Keys are their URIs. */
export function clientFiles(connection: Connection): Files {
  return {
    async list(folder) {
      try {
        return [...(await connection.sendRequest(listFilesRequest, { folder }))].sort();
      } catch {
        return [];
      }
    },
    async read(file) {
      try {
        return (await connection.sendRequest(readFileRequest, { uri: file })) ?? undefined;
      } catch {
        return undefined;
      }
    },
    // What is above a folder of the client's is not the server's to ask for.
    upwards: folder => [folder],
  };
}
