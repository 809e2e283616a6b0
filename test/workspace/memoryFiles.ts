import { readExample } from '../../server/src/core/rules/example.ts';
import type { Awaitable, Files } from '../../server/src/workspace/files.ts';
import { lookIn } from '../lookIn.ts';

/** Files in memory, below `/w`. What `/w/.gitignore` names, by the beginning of its path, is not listed. */
export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  /** Replaced where a test wants to see or to delay what is read. */
  read: (file: string) => Awaitable<string | undefined> = file => this.texts.get(file);

  /** @param fixture in the example language (rules/example.ts) */
  constructor(fixture = '') {
    for (const { path, text } of readExample(fixture)) this.texts.set(`/w/${path}`, text);
  }

  list(folder: string): readonly string[] {
    const ignored = (this.texts.get('/w/.gitignore') ?? '').split('\n').filter(line => line !== '');
    return [...this.texts.keys()]
      .filter(file => file.startsWith(`${folder}/`) && /\.(?:md|ya?ml)$/.test(file))
      .filter(file => !ignored.some(start => file.startsWith(`/w/${start}`)))
      .map(file => file.slice(folder.length + 1))
      .sort();
  }

  /** Replaced where a test wants to see or to delay what is looked for. */
  look: Files['look'] = (file, _within, sha256) => lookIn(this.texts, file, sha256);

  upwards(folder: string): readonly string[] {
    const steps = folder.split('/').slice(1);
    return steps.map((_, i) => `/${steps.slice(0, i + 1).join('/')}`).reverse();
  }
}
