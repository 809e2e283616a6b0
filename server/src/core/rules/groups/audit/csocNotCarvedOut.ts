import { recordAround } from '../../../formats/recordAt.ts';
import { setValue, writtenLike } from '../../../formats/yamlEdits.ts';
import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { entry } from '../../../yaml/lookup.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'audit/csoc-not-carved-out',
  reads: 'document',
  about: ['vendor'],
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'Controls assumed at a vendor that is not carved out.',
  why: "Complementary subservice organization controls (CSOCs) exist only under carve-out. Under the inclusive method, the vendor's controls are in the report. A vendor that is not a subservice organization has none.",
  fix: 'Set `subservice: carve-out`, or remove `csocs`.',
  messages: {
    default:
      '`{name}` has `subservice: {method}`, but `csocs` (complementary subservice organization controls) apply only under carve-out. Set `subservice: carve-out`, or remove `csocs`.',
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      id: VN-01
      subservice: none
      csocs:
      ^^^^^
        - text: Only authorized persons enter data centers
          satisfies: [CC6.4]
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      csocs:
        - text: Only authorized persons enter data centers
          satisfies: [CC6.4]
      `,
      `
      === vendors/mail.yaml
      id: VN-02
      subservice: none
      csocs: none
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const record = recordAround(facts, range.start);
    const method = record && entry(record.mapping, 'subservice');
    if (!method?.value) return [];
    const text = writtenLike(facts.text.slice(method.value.start, method.value.end), 'carve-out');
    const edit = setValue(facts.text, method, text);
    return [{ title: 'Set subservice: carve-out', edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report) {
    for (const { shape, mapping } of recordsOf(facts, 'vendor')) {
      const method = shape.values['subservice']?.text;
      const known = subserviceMethod(shape);
      if (method === undefined || known === undefined || known === 'carve-out') continue;
      if (!says(mapping, 'csocs')) continue;
      const key = entry(mapping, 'csocs')?.key;
      if (key) report({ start: key.start, end: key.end }, { name: nameOf({ shape }), method });
    }
  },
};
