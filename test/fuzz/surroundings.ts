// The program in which inputs are tried: a small one that defines what they name, kept by the faces' own host.
import type { LayoutName } from '../../server/src/core/formats/layouts/layout.ts';
import { readExample } from '../../server/src/core/rules/example.ts';
import { sourceOf } from '../../server/src/core/text/source.ts';
import { ProgramHost } from '../../server/src/workspace/programHost.ts';
import { supplySources, today } from '../fixture.ts';
import { holds } from './fault.ts';

const fixture = `
=== tickmark.yaml
organization: Acme
reports:
  - {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}, catalogs: [TSC, ICFR]}
  - {id: next, kind: soc2, type: 1, asOf: 2026-06-30, state: planned, categories: [security, privacy]}
scope:
  categories: [security, availability, confidentiality]
  exclude: [{criterion: CC6.4, reason: No premises.}]
people: [{id: ana, name: Ana Bell, role: CTO}, {id: ben, name: Ben, role: engineer}, {id: it, name: IT}]
systems: [{id: web, name: Web}]
catalogs: [catalogs/own.yaml, {file: catalogs/any.yaml, name: More}, catalogs/oscal.json]
mappings: [catalogs/map.yaml, catalogs/any.yaml]
include: [docs/**]
=== catalogs/own.yaml
name: ICFR
categories: [{id: payroll, title: Payroll}]
groups: [{id: G, title: Paying, category: payroll}]
criteria:
  - {id: CO-1, title: Payments are authorized, group: G, points: [{title: Limits}]}
  - {id: CO-2, title: Changes are tested, related: [CO-1]}
=== catalogs/oscal.json
{"catalog": {"metadata": {"title": "OSCAL"}, "controls": [{"id": "a-1", "title": "A", "parts": [{"name": "statement", "prose": "x"}]}]}}
=== catalogs/map.yaml
from: TSC
to: ICFR
pairs: [{from: CC6.1, to: CO-1, relationship: equal}]
=== controls/ac-01.md
---
id: AC-01
title: Single sign-on
owner: ana
frequency: quarterly
status: implemented
satisfies: {TSC: [CC6.1, CC6.2], ICFR: [CO-1]}
policies: [access]
---
# Single sign-on

Everybody signs in through Okta. See [the policy](../policies/access.md#rules).
=== controls/more.yaml
- {id: AC-02, title: Reviews, owner: ben, frequency: quarterly, satisfies: [CC6.3], evidence: [EV-1]}
- {id: AC-03, status: planned, satisfies: [CC7.2, A1.2]}
=== policies/access.md
---
id: access
title: Access policy
owner: ana
approvedBy: ben
approvedOn: 2026-01-01
reviewEvery: annual
satisfies: [CC6.1]
---
# Access policy

## Rules

Access needs a reason. CC6.6 as well.
=== evidence/q1.yaml
- {id: EV-1, controls: [AC-02], performed: 2026-03-01, source: files/a.csv}
- {id: EV-2, controls: [AC-01], performed: 2026-03-01, source: files/gone.csv}
=== registers/risks/r.yaml
- {id: R-1, title: Loss, controls: [AC-01], treatment: mitigate}
=== vendors/v.yaml
{id: V-1, title: Cloud, satisfies: [CC9.2]}
=== tasks/t.yaml
{id: T-1, title: Do it, owner: ana, due: 2026-05-01, controls: [AC-01]}
=== commitments/c.yaml
{id: C-1, title: Uptime, category: availability}
=== narratives/n.md
---
name: Narrative
acronym: N
satisfies: {TSC: [CC1.1]}
---
# Narrative
Words.
=== files/b.csv
x
=== evidence/files/b.csv
x
`;

/** The files around an input, by path. */
export const surroundingTexts: ReadonlyMap<string, string> = new Map(
  readExample(fixture).map(({ path, text }) => [path, text]),
);

/** A program in which one input after the other takes its place and leaves it again. */
export class Surroundings {
  readonly host: ProgramHost;
  readonly #contents = new Map(surroundingTexts);
  readonly #first: string;

  constructor(layout: LayoutName) {
    const paths = [...surroundingTexts.keys()];
    this.host = new ProgramHost({ root: '/w', layout, paths, nested: [], unreadable: [] }, today);
    this.#readAll();
    this.host.engine.setComplete(true);
    this.#first = this.#picture();
  }

  /** Puts the content of a file into the place of what is there, or takes it away. */
  set(path: string, content: string | undefined): void {
    if (content === undefined) this.#contents.delete(path);
    else this.#contents.set(path, content);
    this.#follow(this.host.takeUp([this.host.read(path, content)]));
  }

  /** Puts back what was there. */
  restore(path: string): void {
    this.set(path, surroundingTexts.get(path));
  }

  /** The text at a path, as it was last put there, without a byte order mark. */
  textOf(path: string): string | undefined {
    const content = this.#contents.get(path);
    return content === undefined ? undefined : sourceOf(content).text;
  }

  /** Nothing that was put here and taken away has left a trace. @throws Fault */
  checkRestored(): void {
    const now = this.#picture();
    holds(now === this.#first, 'an input leaves something behind', () => `${this.#first}\n\n${now}`);
  }

  /** Everything that is found, a line each. */
  #picture(): string {
    return [...this.host.engine.allFindings()]
      .map(({ path, range, rule, message }) => `${path} ${range.start}-${range.end} ${rule} ${message}`)
      .join('\n');
  }

  #readAll(): void {
    const texts = [...this.#contents];
    const isManifest = ([path]: readonly [string, string]) => path === 'tickmark.yaml';
    for (const some of [texts.filter(isManifest), texts.filter(one => !isManifest(one))])
      this.#follow(this.host.takeUp(some.map(([path, text]) => this.host.read(path, text))));
  }

  #follow({ readAgain, otherwise }: ReturnType<ProgramHost['takeUp']>): void {
    if (otherwise.length > 0)
      this.#follow(this.host.takeUp(otherwise.map(path => this.host.read(path, this.#contents.get(path)))));
    const { engine } = this.host;
    for (let wanted = engine.wantedFiles; wanted.length > 0; wanted = engine.wantedFiles)
      this.host.takeUp(wanted.map(path => this.host.read(path, this.#contents.get(path))));
    if (readAgain) {
      const others = [...this.#contents].filter(([path]) => path !== 'tickmark.yaml');
      this.#follow(this.host.takeUp(others.map(([path, text]) => this.host.read(path, text))));
    }
    const files = [...this.#contents].map(([path, text]) => ({ path, text, marks: [], cursor: undefined }));
    supplySources(engine, files);
  }
}

const made = new Map<string, Surroundings>();

/**
 * The program of a layout, made once: to make it takes longer than to try an input in it.
 * @param purpose what is tried in it: one of these takes the place of the one before, so that nothing has to be put back
 */
export function surroundingsOf(layout: LayoutName, purpose = ''): Surroundings {
  const key = `${layout} ${purpose}`;
  let found = made.get(key);
  if (!found) made.set(key, (found = new Surroundings(layout)));
  return found;
}

/** Forgets them all, where a fault may have left one in disorder. */
export function forgetSurroundings(): void {
  made.clear();
}
