import { isDocument, isRegister } from '../../server/src/core/formats/layouts/endings.ts';
import { isSiteSetting } from '../../server/src/core/formats/sites/sites.ts';
import { folderFileOf } from '../../server/src/core/program/evidenceFiles.ts';
import { readExample } from '../../server/src/core/rules/example.ts';
import {
  type Awaitable,
  type Files,
  type Listing,
  type Unreadable,
  unreadable,
} from '../../server/src/workspace/files.ts';
import { lookIn } from '../lookIn.ts';

/** Files in memory, below `/w`. What `/w/.gitignore` names, by the beginning of its path, is not listed. */
export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  /** Replaced where a test wants to see or to delay what is read. */
  read: (file: string) => Awaitable<string | Unreadable | undefined> = file => this.textOf(file);
  /** Files and folders (with `/` at the end) that cannot be read. */
  readonly locked = new Set<string>();

  /** @param fixture in the example language (rules/example.ts) */
  constructor(fixture = '') {
    for (const { path, text } of readExample(fixture)) this.texts.set(`/w/${path}`, text);
  }

  /** What is in a file, if it can be read. */
  textOf(file: string): string | Unreadable | undefined {
    if (this.#isWithin(file)) return undefined;
    return this.locked.has(file) && this.texts.has(file) ? unreadable : this.texts.get(file);
  }

  list(folder: string): Listing {
    const ignored = (this.texts.get('/w/.gitignore') ?? '').split('\n').filter(line => line !== '');
    const documents = [...this.texts.keys()]
      .filter(file => !this.#isWithin(file))
      .filter(file => file.startsWith(`${folder}/`) && (isDocument(file) || isRegister(file)))
      .filter(file => !ignored.some(start => file.startsWith(`/w/${start}`)))
      .map(file => file.slice(folder.length + 1))
      .sort();
    const missed = [...this.locked].filter(key => key.endsWith('/') && key.startsWith(`${folder}/`));
    const holding = missed.filter(key => [...this.texts.keys()].some(file => file.startsWith(key)));
    const sites = [...this.texts.keys()]
      .filter(file => file.startsWith(`${folder}/`) && isSiteSetting(file) && !/\.ya?ml$/.test(file))
      .map(file => file.slice(folder.length + 1).replace(/\.vitepress\/.*/, '.vitepress/'));
    const evidence = [...this.texts.keys()]
      .filter(file => file.startsWith(`${folder}/`) && folderFileOf(file))
      .map(file => file.slice(folder.length + 1));
    const unreadable = holding.map(key => key.slice(folder.length + 1)).sort();
    return {
      documents,
      unreadable,
      ...(sites.length > 0 ? { sites: [...new Set(sites)].sort() } : {}),
      ...(evidence.length > 0 ? { evidence: evidence.sort() } : {}),
    };
  }

  /** Whether a file lies in a folder that cannot be read. */
  #isWithin(file: string): boolean {
    return [...this.locked].some(key => key.endsWith('/') && file.startsWith(key));
  }

  /** Replaced where a test wants to see or to delay what is looked for. */
  look: Files['look'] = (file, _within, sha256) => lookIn(this.texts, file, sha256);

  upwards(folder: string): readonly string[] {
    const steps = folder.split('/').slice(1);
    return steps.map((_, i) => `/${steps.slice(0, i + 1).join('/')}`).reverse();
  }
}
