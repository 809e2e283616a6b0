import { whatWasMeant } from '../../../catalog/meaning.ts';
import { tsc } from '../../../catalog/tsc.ts';
import { oldNumbersIn } from '../../questions/oldNumbersIn.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/unknown',
  reads: 'document',
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'An id that does not exist in the Trust Services Criteria.',
  why: 'An auditor maps your documents to the 61 criteria. Text that cites an id that does not exist maps to nothing, and the criterion that you meant looks uncovered. Widely copied templates contain such ids.',
  fix: 'Replace the id with the criterion that you meant. The message names the nearest ones.',
  messages: {
    default: '`{id}` is not a criterion. {explanation}',
    point:
      '`{id}` has {count} points of focus, so there is no number {point}. Cite another point, or only the criterion.',
  },
  varying: ['explanation'],
  examples: {
    bad: [
      `
      === policies/training.md
      ---
      title: Training policy
      satisfies:
        TSC:
          - CC1.4
          - CC9.9
            ^^^^^
          - PP1.1
            ^^^^^
      ---
      Staff are trained every year (CC1.9).
                                    ^^^^^
      `,
      `
      === policies/retention.md
      This policy serves the TSC criteria C1.2, C1.4, and CC9.2.
                                                ^^^^
      `,
      `
      === policies/doors.md
      # Doors

      - CC6.4
      - CCC6.5
        ^^^^^^
      === controls/reviews.yaml
      - id: AC-01
        satisfies: "CC2.1, 2.2, 2.7"
                                ^^^
      - id: AC-02
        satisfies: CC6.1 and friends
                             ^^^^^^^
      - id: AC-03
        satisfies: [6.2, "6.3, CC6.4", "CC6.6, CC6.7, others"]
                    ^^^
                          ^^^
                                                      ^^^^^^
      `,
    ],
    good: [
      `
      === policies/training.md
      ---
      title: Training policy
      satisfies:
        TSC: [CC1.4, CC6.1-POF2, CC6.1.b, "CC7.3 - Incident evaluation, and more", CC6.1–CC6.3]
        security: ["CC6.1, Logical access", "Doors: CC6.4, TSC CC6.5", "CC6.6 and (in part) CC6.7", CC6.8 in part, "CC7.1, CC7.2, Security"]
      ---
      The command \`make CC9.9\` and Creative Commons licenses (CC 4.0, CC0 1.0) are not citations.
      CC6.1 of SOC 2 corresponds to A9.2.3 of ISO 27001. The cost center CC42 pays for both.
      `,
    ],
  },
  fixes({ path, range, message, args: { id = '' } }) {
    if (message === 'point') return [];
    const { suggestions, kind } = whatWasMeant(id);
    const criteria = suggestions.filter(suggestion => tsc.criterion(suggestion));
    return criteria.slice(0, 5).map((text, i) => ({
      title: `Write ${text}`,
      edits: [{ path, ...range, text }],
      // Only the owner can judge where the subject of an old number went.
      preferred: i === 0 && criteria.length === 1 && kind !== 'old',
    }));
  },
  hint({ id = '' }, { catalogs }) {
    const others = catalogs.all.filter(one => one !== catalogs.tsc);
    const other = others.find(one => catalogs.meant(one, id));
    return other && `The catalog ${other.name} has this id: write \`satisfies: {${other.name}: [${id}]}\`.`;
  },
  check({ citations }, report, { catalog }) {
    // criteria/old-numbering reports such a document once.
    const { criteria, privacy } = oldNumbersIn(citations, catalog);
    const old = new Set([...criteria, ...privacy]);
    for (const citation of citations) {
      const { form, id, point, start, end } = citation;
      const criterion = catalog.criterion(id);
      if (form === 'point' && criterion && point !== undefined) {
        const count = criterion.points.length;
        if (count > 0 && (point < 1 || point > count)) {
          report({ start, end }, { id, count: String(count), point: String(point) }, 'point');
        }
        continue;
      }
      if (criterion || old.has(citation) || (form === 'group' && catalog.group(id))) continue;
      report({ start, end }, { id, explanation: whatWasMeant(id).explanation });
    }
  },
};
