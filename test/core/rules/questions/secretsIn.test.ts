import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  privateKeysIn,
  secretsIn,
  withoutSecrets,
} from '../../../../server/src/core/rules/questions/secretsIn.ts';

/** Signs as if drawn by lot; a credential is put together here, so that no scanner takes the test for a leak. */
const drawn = (length: number) => 'q7Zk2Xw9Lr4Bv8Ns3Hd6Yc1Fg5Jt0EaPuKoMiRxWbDyGzQ'.repeat(3).slice(0, length);

const hex = (length: number) => '9f3a1c7e5b2d8046a1b9c3d7e5f20864'.repeat(4).slice(0, length);

const credentials: Readonly<Record<string, string>> = {
  'an access key of AWS': `AKIA${'Q3EGRT7JX5LVNPWD'}`,
  'a key of Google': `AIza${drawn(35)}`,
  'a key of an account of Azure': `AccountKey=${drawn(86)}==`,
  'a token of GitHub': `ghp_${drawn(36)}`,
  'a fine-grained token of GitHub': `github_pat_${drawn(82)}`,
  'a token of GitLab': `glpat-${drawn(20)}`,
  'a token of Slack': `xoxb-${drawn(40)}`,
  'a webhook of Slack': `hooks.slack.com/services/T0Q3EGRT7/B0JX5LVNP/${drawn(24)}`,
  'a key of Stripe': `sk_live_${drawn(24)}`,
  'a token of npm': `npm_${drawn(36)}`,
  'a token of PyPI': `pypi-AgEIcHlwaS5vcmc${drawn(60)}`,
  'a key of SendGrid': `SG.${drawn(22)}.${drawn(43)}`,
  'a key of OpenAI': `sk-proj-${drawn(30)}T3BlbkFJ${drawn(30)}`,
  'a client secret of Azure': `q7Z8Q~${drawn(34)}`,
  'an app token of Slack': `xapp-1-A0Q3EGRT7JX-482915730264-${hex(64)}`,
  'a token of Vault': `hvs.${drawn(90)}`,
  'a token of Atlassian': `ATATT3${drawn(120)}`,
  'a key of Postman': `PMAK-${hex(24)}-${hex(34)}`,
  'a key of New Relic': 'NRAK-Q3EGRT7JX5LVNPWDZ8K2M4HT6YB',
  'a token of Docker': `dckr_pat_${drawn(27)}`,
  'a key of Linear': `lin_api_${drawn(40)}`,
  'a token of Grafana': `glsa_${drawn(32)}_${hex(8)}`,
  'a secret of a webhook of Stripe': `whsec_${drawn(32)}`,
  'a token of Notion': `ntn_${drawn(46)}`,
  'a token of Sentry': `sntrys_${drawn(60)}`,
  'a key of RubyGems': `rubygems_${hex(48)}`,
  'a webhook of Discord': `discord.com/api/webhooks/112233445566778899/${drawn(68)}`,
  'a key of Anthropic': `sk-ant-api03-${drawn(90)}`,
};

describe('a credential', () => {
  for (const [name, credential] of Object.entries(credentials)) {
    it(`is found whole, wherever it stands: ${name}`, () => {
      for (const [before, after] of [
        ['', ''],
        ['key: ', '\n'],
        ['`', '`, which'],
        ['https://', '.'],
      ]) {
        const text = `${before}${credential}${after}`;
        if (/:\/\/$/.test(before ?? '') !== /^(?:hooks|discord)\./.test(credential)) continue;
        assert.deepEqual(
          secretsIn(text).map(({ start, end }) => text.slice(start, end)),
          [credential],
        );
      }
    });

    it(`is none where it stands for one: ${name}`, () => {
      const secret = /(?<=AKIA|AIza|Key=|_|-|(?:services|\d)\/|vcmc|SG\.|hvs\.|8Q~|ATATT3)[^_-]*$/;
      assert.deepEqual(secretsIn(credential.replace(secret, words => 'x'.repeat(words.length))), []);
    });
  }

  it('is only what stands behind its name, where it has no form of its own', () => {
    const found = (text: string) => secretsIn(text).map(({ start, end }) => text.slice(start, end));
    for (const [before, secret, after] of [
      ['aws_secret_access_key = ', drawn(40), '\n'],
      ['export AWS_SECRET_ACCESS_KEY="', drawn(40), '"'],
      ['"SecretAccessKey": "', drawn(40), '",'],
      ['https://acme.blob.core.windows.net/x?sv=2022-11-02&sig=', `${drawn(43)}%3D`, '&se=2026'],
      ['Authorization: SSWS ', `00${drawn(40)}`, ''],
    ] as const) {
      assert.deepEqual(found(before + secret + after), [secret], before);
    }
    assert.deepEqual(found('aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'), []);
    assert.deepEqual(found('aws_secret_access_key is kept in the vault'), []);
  });

  it('is left out of what is shown', () => {
    for (const credential of Object.values(credentials)) {
      assert.equal(
        withoutSecrets(`There is no \`https://${credential}\`.`),
        `There is no \`https://${'•'.repeat(credential.length)}\`.`,
      );
    }
    assert.equal(withoutSecrets('There is no `AC-04`.'), 'There is no `AC-04`.');
  });

  it('is a password in an address, but no variable, no stand-in and no port', () => {
    const found = (text: string) => secretsIn(text).map(({ start, end }) => text.slice(start, end));
    const password = `r7Kq${'-92vLm4x'}`;
    assert.deepEqual(found(`mongodb+srv://app:${password}@cluster0.abc.mongodb.net/x`), [password]);
    assert.deepEqual(found(`redis://:${password}@cache.internal:6379`), [password]);
    for (const fine of [
      'https://user:password123@db.internal',
      'https://app:$DB_PASSWORD_1@db.internal',
      'https://app:<password1>@db.internal',
      'http://localhost:8080/@ana',
      'https://site.net:8443 and ana@site.net',
      `https://app:${password}@api.example.com.`,
    ]) {
      assert.deepEqual(found(fine), [], fine);
    }
  });

  it('is a private key where there is more of it than its first line', () => {
    const begin = '-----BEGIN RSA PRIVATE KEY-----';
    const found = (text: string) => privateKeysIn(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found(`${begin}\n${drawn(64)}\n`), [begin]);
    assert.deepEqual(found(`"private_key": "${begin}\\n${drawn(64)}\\n"`), [begin]);
    assert.deepEqual(found(`key: |\n  ${begin}\r\n  ${drawn(64)}\r\n`), [begin]);
    assert.deepEqual(found(`${begin}\nMIIB...\n`), []);
    assert.deepEqual(found('The PRIVATE KEY is kept in the vault.'), []);
  });
});
