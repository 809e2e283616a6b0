import type { Diagnostic } from 'vscode-languageserver/node';
import { LineTable } from '../../server/src/core/text/lineTable.ts';
import { sourceOf } from '../../server/src/core/text/source.ts';
import { visible } from '../../server/src/lsp/visible.ts';
import { discover, type ProgramFolder } from '../../server/src/workspace/discover.ts';
import { below, contentOf, type Files, isBelow, pathBelow } from '../../server/src/workspace/files.ts';
import { StrayPages } from '../../server/src/workspace/kept/strayPages.ts';
import { load } from '../../server/src/workspace/load.ts';
import { localDate } from '../../server/src/workspace/localDate.ts';
import type { ProgramHost } from '../../server/src/workspace/programHost.ts';

/** What is found in a document, placed as a client counts. */
function seenIn(host: ProgramHost, path: string, content: string, isBuffer: boolean): string[] {
  const { text, bom } = sourceOf(content);
  const lines = new LineTable(text);
  // A byte order mark is a character to a client that sends one.
  const mark = bom && isBuffer ? 1 : 0;
  const placed = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line, character: line === 0 ? character + mark : character };
  };
  return host.engine
    .seen(path)
    .map(({ rule, message, range: { start, end } }) =>
      lineOf({ code: rule, message: visible(message), range: { start: placed(start), end: placed(end) } }),
    )
    .sort();
}

/**
 * The findings as `tickmark check` has them, read anew, by key, as `lineOf` has them; nothing where there is none. Open pages
 * that no program reads have theirs too.
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
  const today = localDate(new Date());
  const found = new Map<string, string[]>();
  const add = (key: string, seen: readonly string[]) => {
    if (seen.length > 0) found.set(key, [...seen]);
  };
  for (const folder of folders) {
    // What belongs to a program the files say, not the buffers.
    const { programs } = await discover(files, folder, 'opened');
    const loaded: { readonly program: ProgramFolder; readonly host: ProgramHost }[] = [];
    for (const program of programs) {
      const { host } = await load(overlaid, program, { today, report: undefined });
      loaded.push({ program, host });
      for (const path of host.engine.paths()) {
        const key = below(program.root, path);
        add(key, seenIn(host, path, contentOf(await overlaid.read(key)) ?? '', buffers.has(key)));
      }
    }
    /** The programs around a file, the nearest first, and its path in each. */
    const around = (key: string) =>
      loaded
        .filter(({ program: { root } }) => isBelow(key, root))
        .sort((one, other) => other.program.root.length - one.program.root.length)
        .map(each => ({ ...each, path: pathBelow(key, each.program.root) }));
    const belongs = (key: string) =>
      around(key).some(
        ({ program, host, path }, i) => (i === 0 && program.paths.includes(path)) || host.isCatalogFile(path),
      );
    const isDecided = (key: string) => {
      const [nearest] = around(key);
      const role = nearest?.host.roleOf(nearest.path);
      const isExcluded = nearest?.host.isExcluded(nearest.path) === true;
      return isExcluded || (role !== undefined && (role.folder !== undefined || role.included));
    };
    const strays = new StrayPages({ buffers, folders: () => folders, today: () => today, isDecided });
    for (const [key, text] of buffers) {
      const stray = isBelow(key, folder) && !belongs(key) ? strays.at(key) : undefined;
      if (stray) add(key, seenIn(stray.host, stray.path, text, true));
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
