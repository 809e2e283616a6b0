import { testsOf } from '../../questions/testsOf.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/test-inquiry',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control that is tested by nothing but inquiry.',
  why: 'Asking somebody whether a control operated shows what they say. An auditor never relies on inquiry alone, and expects that you looked at something as well.',
  fix: 'Inspect what the control leaves behind, watch it being performed, or perform it again. Then name every method that was used: `method: [inquiry, inspection]`.',
  messages: {
    default:
      'Control `{control}` is tested only by inquiry, which alone does not show that it operated. Also inspect what it leaves behind, watch it, or perform it again.',
  },
  examples: {
    bad: [
      `
      === tests/2026.yaml
      id: MT-01
      control: AC-03
      method: inquiry
              ^^^^^^^
      result: passed
      === tests/2027.yaml
      - {id: MT-02, control: AC-03, method: inquiry, result: passed}
      - {id: MT-03, control: AC-03, method: inquiries}
      === controls/access.yaml
      - id: AC-03
      `,
    ],
    good: [
      `
      === tests/2026.yaml
      - {id: MT-01, control: AC-03, method: inquiry, result: passed}
      - {id: MT-02, control: AC-03, method: inspection, result: passed}
      - {id: MT-03, control: AC-04, method: [inquiry, inspection], result: passed}
      - {id: MT-04, control: AC-05, method: inquiry, result: passed}
      - {id: MT-05, control: AC-05, result: passed}
      - {id: MT-06, control: AC-06, method: inquiry, by: auditor}
      === controls/access.yaml
      - id: AC-03
      - id: AC-04
      - id: AC-05
      - id: AC-06
      `,
    ],
  },
  check(program, key, report) {
    const tests = testsOf(program, key).map(one => ({
      ...one,
      methods: one.test.shape.lists?.['method'] ?? [],
    }));
    // A test that does not say how it was done may have been more.
    const isInquiry = tests.every(
      ({ methods }) => methods.length > 0 && methods.every(({ text }) => /^inquir(?:y|ies)$/i.test(text)),
    );
    if (!isInquiry) return;
    const [one, ...others] = tests.flatMap(({ test, control, methods: [first] }) =>
      first ? [{ control, place: { path: test.path, record: test.index, at: first.at } }] : [],
    );
    if (!one) return;
    const words = 'This test is an inquiry, too.';
    report(
      one.place,
      { control: one.control },
      'default',
      others.map(({ place }) => ({ ...place, words })),
    );
  },
};
