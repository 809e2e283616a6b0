import { Random } from '../../bench/generator/random.ts';
import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { Engine } from '../../server/src/core/engine.ts';
import type { ExampleFile } from '../../server/src/core/rules/example.ts';
import { roleIn, supplyCatalogs, supplySources, today } from '../fixture.ts';
import { shrunkList } from '../fuzz/shrink.ts';
import type { Mismatch, SoakOptions } from './memorySoak.ts';
import { pathsOf, type Step, stepOf } from './step.ts';

/** Of how many steps before a failure the fewest are looked for. */
const mostKept = 60;

/** Has the documents of one engine change in paranoid mode, which compares it with a fresh one after each change. */
export async function soakEngine({
  seed,
  steps,
  documents,
  mayGoOn = () => true,
  progress = () => {},
}: SoakOptions): Promise<Mismatch | undefined> {
  const random = new Random(seed);
  const paths = pathsOf(documents).filter(path => !path.startsWith('sub/'));
  const one = new OneEngine(new Map());
  const last: { readonly begins: ReadonlyMap<string, string>; readonly step: Step }[] = [];
  for (let done = 1; done <= steps && mayGoOn(); done++) {
    const step = stepOf(random, { files: one.files, buffers: new Map(), paths });
    last.push({ begins: new Map(one.files), step });
    if (last.length > mostKept) last.shift();
    const failure = one.failureOf(step);
    if (failure !== undefined) return smallest(done, last, failure);
    progress(done, done);
  }
  return undefined;
}

async function smallest(
  step: number,
  last: readonly { readonly begins: ReadonlyMap<string, string>; readonly step: Step }[],
  failure: string,
): Promise<Mismatch> {
  const begins = last[0]?.begins ?? new Map();
  const fails = async (steps: readonly Step[]) => {
    const again = new OneEngine(begins);
    return steps.some(one => again.failureOf(one) !== undefined);
  };
  const all = last.map(({ step: one }) => one);
  const isSame = await fails(all);
  const steps = isSame ? await shrunkList(all, fails, () => true) : all;
  const rest = {
    files: begins,
    locked: new Set<string>(),
    buffers: new Map(),
    folders: [],
    today,
    reports: new Map(),
    isSlow: false,
  };
  return {
    step,
    batch: { begins: rest, seed: 0, steps },
    message: `${isSame ? '' : 'Not again from here.\n'}${failure}`,
  };
}

/** An engine in paranoid mode, and the files that it is told of. */
class OneEngine {
  readonly files: Map<string, string>;
  readonly #engine = new Engine({ catalog: tsc, today, paranoid: true });

  constructor(begins: ReadonlyMap<string, string>) {
    this.files = new Map(begins);
    this.#follow([...this.files.keys()]);
    this.#engine.setComplete(true);
  }

  /** Has a step happen, of those that concern an engine; gives what goes wrong. */
  failureOf(step: Step): string | undefined {
    try {
      this.#take(step);
      return undefined;
    } catch (error) {
      return error instanceof Error ? `${error.stack}` : String(error);
    }
  }

  #take(step: Step): void {
    switch (step.does) {
      case 'write':
      case 'type':
        this.files.set(step.key, step.text);
        this.#follow([step.key]);
        break;
      case 'remove':
        this.files.delete(step.key);
        this.#follow([step.key]);
        break;
      case 'move': {
        const moved = [...this.files].filter(([key]) => key === step.from || key.startsWith(`${step.from}/`));
        const keys = moved.flatMap(([key, text]) => {
          const put = step.to + key.slice(step.from.length);
          this.files.delete(key);
          this.files.set(put, text);
          return [key, put];
        });
        this.#follow(keys);
        break;
      }
      case 'report':
        this.#engine.chooseReport(step.id === 'x' ? undefined : step.id);
        break;
      case 'day':
        this.#engine.setToday(step.today);
        break;
      case 'pace':
        this.#engine.setComplete(step.isSlow);
        break;
      default:
        break;
    }
  }

  /** Tells the engine of files that have changed, and all again of which the manifest may say something else. */
  #follow(keys: readonly string[]): void {
    const engine = this.#engine;
    const files: ExampleFile[] = [...this.files].map(([key, text]) => ({
      path: key.slice('/w/'.length),
      text,
      marks: [],
      cursor: undefined,
    }));
    const paths =
      keys.includes('/w/tickmark.yaml') || keys.includes('/w/comply.yml')
        ? ['tickmark.yaml', ...files.map(({ path }) => path)]
        : keys.map(key => key.slice('/w/'.length));
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const path of paths) {
      engine.fileChanged(path);
      const [text, role] = [
        texts.get(path),
        engine.catalogFiles.has(path) ? undefined : roleIn(engine, files, path),
      ];
      if (text !== undefined && role) engine.setText(path, text, role);
      else engine.put([[path, undefined]]);
      if (engine.catalogFiles.has(path)) engine.setCatalogFiles([[path, text]]);
    }
    supplyCatalogs(engine, files);
    supplySources(engine, files);
  }
}
