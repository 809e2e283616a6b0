// What reads a key and is shown by no example of a rule: the coverage, and the rule that every reference has to lead somewhere.

/** Programs in the example language. */
export const keyProbes: readonly string[] = [
  `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, systems: [app]}
  scope: {categories: [security]}
  systems: [{id: app, name: Application}, {id: lab, name: Laboratory}]
  === controls/all.yaml
  - {id: AC-01, status: implemented, systems: [lab], satisfies: [CC6.1]}
  - {id: AC-02, status: implemented, satisfies: [CC6.2]}
  - {id: AC-03, status: designed, key: false, satisfies: [CC6.2]}
  === procedures/review.md
  ---
  id: review
  status: approved
  effective: 2026-07-01
  frequency: quarterly
  satisfies: [CC6.3]
  ---
  The Head of IT reviews access.
  === policies/keys.md
  ---
  id: keys
  status: draft
  satisfies: [CC6.4]
  ---
  Keys are counted.
  === evidence/all.yaml
  - {id: EV-01, controls: [AC-01], covers: {from: 2020-01-01, to: 2020-01-31}}
  - {id: EV-02, controls: [AC-01], extractedOn: 2020-01-01}
  `,
  `
  === tickmark.yaml
  rules: {preset: strict}
  === registers/all.yaml
  - {kind: control, id: AC-01, policies: [gone], supersedes: gone}
  - {kind: evidence, id: EV-01, controls: [gone]}
  - {kind: test, id: MT-01, control: gone}
  - {kind: deviation, id: DV-01, control: gone}
  - {kind: waiver, id: WV-01, policy: gone}
  - {kind: risk, id: RK-01, controls: [gone]}
  - {kind: vendor, id: VN-01, monitoredBy: [gone]}
  - {kind: request, id: HP-01, controls: [gone], evidence: [gone]}
  - {kind: answer, id: QA-01, controls: [gone]}
  - {kind: control, id: AC-02, satisfies: [CC6.1], status: implemented, statement: Accounts are reviewed each quarter., performedBy: IT}
  `,
  `
  === tickmark.yaml
  suffixesArePoints: true
  === controls/all.yaml
  - {id: AC-01, satisfies: [CC6.1.99]}
  `,
  `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
  scope: {categories: [security]}
  === controls/all.yaml
  - {id: AC-01, status: implemented, frequency: quarterly, grace: 200, satisfies: [CC6.1]}
  === evidence/all.yaml
  - {id: EV-01, controls: [AC-01], performed: 2026-05-12}
  `,
];
