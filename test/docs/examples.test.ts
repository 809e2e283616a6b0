// Who copies the examples of README.md and docs/ into an empty folder gets no finding.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../architecture/project.ts';
import { engineOf } from '../fixture.ts';

interface DocumentedProgram {
  /** Where each example in YAML or Markdown goes, in their order; undefined for one that is a part of a file only. */
  readonly paths: readonly (string | undefined)[];
  /** The manifest, where the page shows parts of one only. */
  readonly manifest?: string;
}

const pages: Readonly<Record<string, DocumentedProgram>> = {
  // The last one is a step of a workflow.
  'README.md': { paths: ['tickmark.yaml', 'controls/AC-01.md', undefined] },
  // Comments that silence a finding have something to silence beside them.
  'docs/findings.md': { paths: ['tickmark.yaml', undefined, undefined] },
  'docs/catalogs.md': {
    paths: [undefined, undefined, 'own.yaml', 'wording.yaml', 'house.yaml', 'mapping.yaml'],
    manifest: 'tickmark: 1\ncatalogs: [own.yaml, wording.yaml, house.yaml]\nmappings: [mapping.yaml]\n',
  },
};

/** The examples in YAML and Markdown on a page. */
function examplesOn(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(?:yaml|markdown)\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
}

describe('the examples of', () => {
  for (const [page, { paths, manifest }] of Object.entries(pages)) {
    it(`${page}, copied into an empty folder, give no finding`, () => {
      const examples = examplesOn(page);
      assert.equal(
        examples.length,
        paths.length,
        'every example has a path, or is known to be none of a program',
      );
      const files = examples.flatMap((text, i) => {
        const path = paths[i];
        return path === undefined ? [] : [{ path, text }];
      });
      const stated = manifest === undefined ? [] : [{ path: 'tickmark.yaml', text: manifest }];
      const engine = engineOf([...stated, ...files].map(file => ({ ...file, marks: [], cursor: undefined })));
      assert.deepEqual(
        [...engine.allFindings()].map(({ path, rule, message }) => `${path} ${rule}: ${message}`),
        [],
      );
    });
  }
});
