import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { privateKeysIn, secretsIn } from '../../../server/src/core/rules/secretsIn.ts';

/** Signs as if drawn by lot; a credential is put together here, so that no scanner takes the test for a leak. */
const drawn = (length: number) => 'q7Zk2Xw9Lr4Bv8Ns3Hd6Yc1Fg5Jt0EaPuKoMiRxWbDyGzQ'.repeat(3).slice(0, length);

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
        if (/:\/\/$/.test(before ?? '') !== credential.startsWith('hooks')) continue;
        assert.deepEqual(
          secretsIn(text).map(({ start, end }) => text.slice(start, end)),
          [credential],
        );
      }
    });

    it(`is none where it stands for one: ${name}`, () => {
      const secret = /(?<=AKIA|AIza|Key=|_|-|services\/|vcmc|SG\.)[^_-]*$/;
      assert.deepEqual(secretsIn(credential.replace(secret, words => 'x'.repeat(words.length))), []);
    });
  }

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
