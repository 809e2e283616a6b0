import type { Program } from '../../program/program.ts';
import { byPlace, type RecordEntry } from '../../program/record.ts';

/** A test, and the control that it tests, as it names that. */
export interface ControlTest {
  readonly test: RecordEntry;
  readonly control: string;
}

/** Management's own tests of the control that is known by a key, by place: those that count, and that the auditor did not make. */
export function testsOf(program: Program, key: string): readonly ControlTest[] {
  return [...program.references(key)]
    .flatMap(([test, references]) => {
      const { kind, standing, values } = test.shape;
      const control = references.find(reference => reference.key === 'control')?.id;
      const isAuditors = isServiceAuditor(values['by']?.text ?? '');
      return kind === 'test' && standing === 'counts' && !isAuditors && control !== undefined
        ? [{ test, control }]
        : [];
    })
    .sort((a, b) => byPlace(a.test, b.test));
}

/** Whether a test is the service auditor's: an internal auditor works for management. */
function isServiceAuditor(by: string): boolean {
  return (
    /auditor|(?:external|independent) audit|audit firm|\bcpas?\b/i.test(by) && !/internal|in-house/i.test(by)
  );
}
