import { isDocument } from '../formats/layouts/endings.ts';

/** A file of evidence that needs no record: its folders say of which control and window it is. */
export interface FolderFile {
  /** The path of the folder of the window. */
  readonly folder: string;
  readonly control: string;
  readonly label: string;
}

/** A month, a quarter, a half, or a year, of the calendar or of a fiscal year. */
const label = /^(?:FY)?\d{4}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/i;

/**
 * What the folders of a file say: `evidence/AC-04/2026-Q1/review.pdf` is evidence of AC-04 for that window. Undefined for any
 * other path, a hidden file (`.gitkeep`), and a document, which has records of its own.
 */
export function folderFileOf(path: string): FolderFile | undefined {
  const steps = path.split('/');
  const at = steps.findIndex(
    (step, i) => step.toLowerCase() === 'evidence' && label.test(steps[i + 2] ?? ''),
  );
  const [, control = '', window = '', ...below] = at < 0 ? [] : steps.slice(at);
  const name = below.at(-1);
  if (control === '' || name === undefined || name === '' || name.startsWith('.') || isDocument(name))
    return undefined;
  return { folder: steps.slice(0, at + 3).join('/'), control, label: window };
}
