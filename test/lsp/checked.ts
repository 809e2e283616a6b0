import type { Diagnostic } from 'vscode-languageserver/node';
import { LineTable } from '../../server/src/core/text/lineTable.ts';
import { sourceOf } from '../../server/src/core/text/source.ts';
import { visible } from '../../server/src/lsp/visible.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { below, contentOf, type Files } from '../../server/src/workspace/files.ts';
import { load } from '../../server/src/workspace/load.ts';
import { localDate } from '../../server/src/workspace/localDate.ts';

/**
 * The findings as `tickmark check` has them, read anew, by key, as `lineOf` has them; nothing where there is none.
 * @param buffers texts that go before those of their files, by key
 */
export async function checked(
  files: Files,
  folders: readonly string[],
  buffers: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string[]>> {
  const overlaid: Files = {
    list: folder => files.list(folder),
    look: (file, within, sha256) => files.look(file, within, sha256),
    upwards: folder => files.upwards(folder),
    async read(file) {
      const content = await files.read(file);
      return content === undefined ? undefined : (buffers.get(file) ?? content);
    },
  };
  const found = new Map<string, string[]>();
  for (const folder of folders) {
    // What belongs to a program the files say, not the buffers.
    const { programs } = await discover(files, folder, 'opened');
    for (const program of programs) {
      const { host } = await load(overlaid, program, { today: localDate(new Date()), report: undefined });
      for (const path of host.engine.paths()) {
        const key = below(program.root, path);
        const { text, bom } = sourceOf(contentOf(await overlaid.read(key)) ?? '');
        const lines = new LineTable(text);
        // A byte order mark is a character to a client that sends one.
        const mark = bom && buffers.has(key) ? 1 : 0;
        const placed = (offset: number) => {
          const { line, character } = lines.positionAt(offset);
          return { line, character: line === 0 ? character + mark : character };
        };
        const shown = host.engine.seen(path).map(({ rule, message, range: { start, end } }) =>
          lineOf({
            code: rule,
            message: visible(message),
            range: { start: placed(start), end: placed(end) },
          }),
        );
        if (shown.length > 0) found.set(key, shown.sort());
      }
    }
  }
  return found;
}

/** A diagnostic on one line. */
export function lineOf({
  code,
  message,
  range: { start, end },
}: Pick<Diagnostic, 'code' | 'message' | 'range'>): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message}`;
}
