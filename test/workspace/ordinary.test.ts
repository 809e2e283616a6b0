// In a repository without control documentation Tickmark has nothing to say.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { tickmark } from '../cli/tickmark.ts';
import { folderOf } from './folder.ts';

const service = `
  === README.md
  # Orders

  Runs on P1.1 hardware; see CC6.1 in the hardware guide. TODO: badges.
  === SECURITY.md
  # Security Policy

  Report a hole to security@example.com.
  === PRIVACY.md
  # Privacy policy

  We keep nothing.
  === CODE_OF_CONDUCT.md
  # Code of conduct
  === CONTRIBUTING.md
  # Contributing
  === CHANGELOG.md
  ## 1.0.0
  === docs/index.md
  ---
  title: Orders
  owner: [platform]
  status: draft
  ---
  See [Company Name].
  === docs/retry-policy.md
  ---
  title: Retry policy
  layout: page
  tags: [http]
  ---
  Requests are tried three times.
  === docs/adr/0001-controls.md
  # Use controlled components
  === docs/standards/style.md
  # Style
  === src/index.ts
  export {};
  === src/controls/README.md
  # Buttons and sliders
  === src/controls/button.md
  ---
  id: button
  kind: component
  ---
  === deploy/policies/require-labels.yaml
  apiVersion: kyverno.io/v1
  kind: Policy
  metadata:
    name: require-labels
  spec:
    rules: []
  === deploy/policies/network.yaml
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: deny, id: x}
  === deploy/controls/limits.yaml
  apiVersion: v1
  kind: LimitRange
  === config/app.yaml
  id: app
  controls: [a, b]
  status: TBD
  === mkdocs.yml
  site_name: Orders
  === go.mod
  module orders
  === vendor/lib/policies/a.md
  ---
  satisfies: [CC6.1]
  ---
  === vendor/lib/controls/b.md
  ---
  satisfies: [CC6.1]
  ---
  `;

describe('an ordinary source repository', () => {
  for (const at of ['', 'docs', 'deploy', 'deploy/policies', 'src/controls']) {
    it(`holds no program, asked after at ${at || 'its root'}`, async t => {
      const folder = folderOf(t, service);
      assert.deepEqual(await discover(diskFiles, at === '' ? folder : `${folder}/${at}`, 'named'), {
        programs: [],
        notices: [],
        unreadable: [],
      });
    });
  }

  it('has nothing to check', t => {
    const { code, stdout, stderr } = tickmark(folderOf(t, service), 'check');
    assert.match(stdout, /^Nothing to check: no control documentation found\./);
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });
});
