// The golden files of fixes, as fixes.test.ts says.

/** A case of a golden file. */
export interface Golden {
  readonly title: string;
  /** What the fix is applied to, in the example language. */
  readonly before: string;
  /** What it makes of the documents that it changes or makes, in the example language. */
  readonly becomes: string;
  readonly stays: boolean;
  readonly finds: readonly string[];
}

/** Reads the text of a golden file. */
export function goldensIn(text: string): Golden[] {
  const cases: Golden[] = [];
  for (const part of text.split(/^>>> /m).slice(1)) {
    const end = part.indexOf('\n');
    const [head, body] = [part.slice(0, end), part.slice(end + 1)];
    const last = cases.at(-1);
    if (last && head === 'becomes') cases[cases.length - 1] = { ...last, becomes: body };
    else if (last && head === 'and the finding stays') cases[cases.length - 1] = { ...last, stays: true };
    else if (last && head === 'and finds') {
      cases[cases.length - 1] = { ...last, finds: body.split('\n').filter(line => line !== '') };
    } else cases.push({ title: head, before: body, becomes: '', stays: false, finds: [] });
  }
  return cases;
}
