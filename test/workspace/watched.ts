import type { Files } from '../../server/src/workspace/files.ts';
import type { ProgramHost } from '../../server/src/workspace/programHost.ts';
import type { WorkspaceListener } from '../../server/src/workspace/surroundings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { today } from '../fixture.ts';
import { MemoryFiles } from './memoryFiles.ts';

/** Files whose texts are at hand. */
export interface TextFiles extends Files {
  readonly texts: Map<string, string>;
  /** Files and folders (with `/` at the end) that cannot be read. */
  readonly locked: Set<string>;
}

/** A workspace over files in memory, with what it was told and what it tells. */
export class Watched implements WorkspaceListener {
  readonly files: TextFiles;
  readonly workspace: Workspace;
  readonly buffers = new Map<string, string>();
  folders: readonly string[] = [];
  today = today;
  readonly changedKeys = new Set<string>();
  readonly progress: string[] = [];
  #clock = 0;

  /** @param pause what long work waits for, between its slices */
  constructor(files: TextFiles, pause: () => Promise<void> = async () => undefined) {
    this.files = files;
    const now = () => {
      this.#clock += 7;
      return this.#clock;
    };
    const surroundings = { files, today: () => this.today, now, pause };
    this.workspace = new Workspace(surroundings, this);
  }

  changed(keys: Iterable<string>): void {
    for (const key of keys) this.changedKeys.add(key);
  }

  indexing(progress: { readonly done: number; readonly all: number } | undefined): void {
    this.progress.push(progress ? `${progress.done} of ${progress.all}` : 'over');
  }

  look(...folders: string[]): Promise<void> {
    this.folders = folders;
    return this.workspace.setFolders(folders);
  }

  type(key: string, text: string): Promise<void> {
    this.buffers.set(key, text);
    return this.workspace.setText(key, text);
  }

  close(key: string): Promise<void> {
    this.buffers.delete(key);
    return this.workspace.close(key);
  }

  /** One that has the same folders, files, buffers, day and chosen reports, and nothing behind it. */
  async afresh(): Promise<Watched> {
    const files = new MemoryFiles();
    for (const [key, text] of this.files.texts) files.texts.set(key, text);
    for (const key of this.files.locked) files.locked.add(key);
    const fresh = new Watched(files);
    fresh.today = this.today;
    for (const [key, text] of this.buffers) void fresh.type(key, text);
    await fresh.look(...this.folders);
    for (const { folder, engine } of fresh.workspace.programs)
      engine.chooseReport(this.hostAt(folder.root)?.engine.program.chosenReport);
    return fresh;
  }

  hostAt(root: string): ProgramHost | undefined {
    return this.workspace.programs.find(({ folder }) => folder.root === root);
  }

  /** The findings shown at a key, a line each. */
  shownAt(key: string): string[] {
    const place = this.workspace.hostedAt(key);
    const findings = place?.host.engine.findings(place.path) ?? [];
    return findings.map(({ rule, message, range: { start, end } }) => `${start}-${end} ${rule}: ${message}`);
  }

  /** Everything that there is to see. */
  picture(): unknown {
    const belonging = [...this.files.texts.keys()].sort();
    return this.workspace.programs
      .map(host => ({ host, ...host.folder, engine: host.engine }))
      .map(({ host, root, layout, engine }) => ({
        root,
        layout,
        unreadable: this.workspace.unreadable(host),
        complete: engine.program.complete,
        documents: engine.paths().map(path => [path, this.shownAt(`${root}/${path}`)]),
        belonging: belonging.filter(key => this.workspace.hostedAt(key)?.host.engine === engine),
      }))
      .toSorted((a, b) => (a.root < b.root ? -1 : 1));
  }
}
