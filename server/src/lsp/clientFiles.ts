import type { Connection } from 'vscode-languageserver';
import { listFilesRequest, readFileRequest } from '../../../protocol/files.ts';
import { folderFileOf } from '../core/program/evidenceFiles.ts';
import { type Files, unreadable } from '../workspace/files.ts';
import { requestOf } from './messages.ts';

/**
 * Files that only the client can reach: of another scheme than `file:`, or of any in a browser. Keys are their URIs.
 * @param isServed whether the client reads files for the server; where it does not, there are none
 */
export function clientFiles(connection: Connection, isServed: () => boolean): Files {
  return {
    async list(folder) {
      if (!isServed()) return { documents: [], unreadable: [] };
      try {
        const listed = await connection.sendRequest(requestOf(listFilesRequest), { folder });
        return {
          documents: [...listed.files].sort(),
          unreadable: [...listed.unlisted].sort(),
          ...(listed.sites ? { sites: [...listed.sites].sort() } : {}),
          ...(listed.evidence ? { evidence: listed.evidence.filter(folderFileOf).sort() } : {}),
        };
      } catch {
        return { documents: [], unreadable: [''] };
      }
    },
    async read(file) {
      if (!isServed()) return undefined;
      try {
        return (await connection.sendRequest(requestOf(readFileRequest), { uri: file })) ?? undefined;
      } catch {
        return unreadable;
      }
    },
    // The client is asked for text, and lists no other files than documents.
    look: () => 'unknown',
    // What is above a folder of the client's is not the server's to ask for.
    upwards: folder => [folder],
  };
}
