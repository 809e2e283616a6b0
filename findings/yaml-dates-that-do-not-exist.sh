#!/usr/bin/env bash
# js-yaml 4.3.2, smol-toml 1.9.1 and @iarna/toml 3.0.0: a date that does not exist becomes another one without an error.
#
# The YAML and the TOML are well formed; only the date is mistyped. `reviewed: 2024-06-31` is read as the first of July, and
# month 13 as January of the next year. The review then lies in another quarter or period, and code that gets the parsed value
# cannot see that anything was wrong. js-yaml 5.5.0 and `yaml` 2.9.1 leave a text, but `yaml` with `version: '1.1'` moves the
# day too. toml 5.0.1 and js-toml 2.0.1 refuse the date. So Tickmark reads a date from the text as it is written, reports one
# that does not exist, and counts it as missing.
#
# Seen on Node 20 and 24:
#   2024-06-31: js-yaml 4 2024-07-01, js-yaml 5 text, yaml text, yaml 1.1 2024-07-01
#   2024-13-01: js-yaml 4 2025-01-01, js-yaml 5 text, yaml text, yaml 1.1 2025-01-01
#   2024-06-31: smol-toml 2024-07-01, @iarna/toml 2024-07-01, toml refused, js-toml refused
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1 js4@npm:js-yaml@4.3.2 js5@npm:js-yaml@5.5.0 \
  smol-toml@1.9.1 @iarna/toml@3.0.0 toml@5.0.1 js-toml@2.0.1 >/dev/null

cat >try.mjs <<'JS'
import iarna from '@iarna/toml';
import * as js4 from 'js4';
import * as js5 from 'js5';
import { load as jsToml } from 'js-toml';
import { parse as smol } from 'smol-toml';
import toml from 'toml';
import * as yaml from 'yaml';
const load = library => library.load ?? library.default.load;
const yamls = {
  'js-yaml 4': load(js4),
  'js-yaml 5': load(js5),
  yaml: yaml.parse,
  'yaml 1.1': text => yaml.parse(text, { version: '1.1' }),
};
const tomls = { 'smol-toml': smol, '@iarna/toml': iarna.parse, toml: toml.parse, 'js-toml': jsToml };
function told(date, between, libraries) {
  const read = Object.entries(libraries).map(([name, parse]) => {
    try {
      const { reviewed } = parse(`reviewed${between}${date}\n`);
      return `${name} ${reviewed === date ? 'text' : reviewed.toISOString().slice(0, 10)}`;
    } catch {
      return `${name} refused`;
    }
  });
  console.log(`${date}: ${read.join(', ')}`);
}
told('2024-06-31', ': ', yamls);
told('2024-13-01', ': ', yamls);
told('2024-06-31', ' = ', tomls);
JS

found=$(node try.mjs)
expected='2024-06-31: js-yaml 4 2024-07-01, js-yaml 5 text, yaml text, yaml 1.1 2024-07-01
2024-13-01: js-yaml 4 2025-01-01, js-yaml 5 text, yaml text, yaml 1.1 2025-01-01
2024-06-31: smol-toml 2024-07-01, @iarna/toml 2024-07-01, toml refused, js-toml refused'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
