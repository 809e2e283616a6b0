import { addKeyInOrder, setValue } from '../../../formats/yamlEdits.ts';
import { manifestKeys } from '../../../model/manifestKeys.ts';
import { entry } from '../../../yaml/lookup.ts';
import type { ProgramRule } from '../../rule.ts';

const order = manifestKeys.map(({ name }) => name);

export const rule: ProgramRule = {
  name: 'privacy/role',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Privacy is in scope, but the manifest does not say whether you are a controller or a processor.',
  why: "Your role says which points of the privacy criteria are likely to matter, although you consider all of them. A controller answers to the people concerned: it gives notice and obtains consent. A processor acts on its customers' instructions.",
  fix: 'Add `privacyRole` to the manifest: `controller`, `processor`, or `both`.',
  messages: {
    default:
      'Privacy is in the scope of report `{report}`, but the manifest does not say whether you are a controller or a processor. Add `privacyRole`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      scope: {categories: [security, privacy]}
                                     ^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1}
      privacyRole: processor
      scope: {categories: [security, privacy]}
      `,
      `
      === tickmark.yaml
      organization: Nothing is missing from a scope that is assumed
      === policies/notice.md
      ---
      id: notice
      satisfies: [P1.1]
      ---
      What we do with your data.
      `,
    ],
  },
  fixes({ path, facts }) {
    const root = facts.yaml[0]?.root;
    if (root?.type !== 'mapping') return [];
    const present = entry(root, 'privacyRole');
    return ['controller', 'processor', 'both'].map(role => {
      const edit = present
        ? setValue(facts.text, present, role)
        : addKeyInOrder(facts.text, root, 'privacyRole', role, order);
      return { title: `Add privacyRole: ${role}`, edits: [{ path, ...edit }], preferred: false };
    });
  },
  check({ manifest, currentReports }, _key, report) {
    if (!manifest || manifest.shape.privacyRole) return;
    const { shape, path } = manifest;
    for (const { id, assumed, categories, shape: stated } of currentReports) {
      if (assumed || !categories.includes('privacy')) continue;
      const names = (stated?.categories ?? shape.categories)?.names ?? [];
      const at = names.find(({ text }) => text.toLowerCase() === 'privacy')?.at ?? shape.at;
      report({ path, record: 0, at }, { report: id });
      return;
    }
  },
};
