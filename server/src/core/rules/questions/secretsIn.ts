// Credentials in a text, by the forms that services give them. Nearly every text has none, so each is looked for by signs that
// are rare, and an expression is tried only where one stands.

import type { TextRange } from '../../text/range.ts';
import { accessKeys, type Form, tokens, underscored, webhooks } from './secretForms.ts';

/** A credential, and whose it is. The words themselves go nowhere: not into a message, nor into an argument. */
export interface Secret extends TextRange {
  readonly service: string;
}

const none = { service: '', prefix: '', form: undefined };
const byEnding = new Map(underscored.map(one => [one.prefix.slice(-2), one]));

const login = /[^\s/?#@:'"<>`|]{0,100}:([^\s/?#@:'"<>`|]{8,200})@([\w.-]+)/y;
const beginning = /-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/y;
/** Longest of what stands before `PRIVATE KEY`. */
const mostBefore = 40;

/** What in a credential says that it is none: an example, a stand-in, a row of one sign. */
const standIn =
  /example|sample|dummy|fake|test|placeholder|redacted|removed|your|change_?me|secret|password|passw|token|insert|xxx|\.\.\.|\*\*|1234567|abcdef|(.)\1{4}/i;
const exampleHost =
  /(?:^|\.)example(?:\.\w+)?$|^localhost$|^127\.|\.(?:test|invalid|local)$|^(?:host|hostname|server|db)$/i;

/** Everything in a text that must not be shown; of a private key only its beginning is told. */
export function secretsIn(text: string): readonly TextRange[] {
  return [...accessKeysIn(text), ...tokensIn(text), ...passwordsIn(text)];
}

/** A text as it may be shown, in a log too: of credentials nothing but dots is left. */
export function withoutSecrets(text: string): string {
  // Nearly every text is too short for one, and an address is seldom.
  if (!/[\w+/=.~-]{20}|:\/\//.test(text)) return text;
  let shown = text;
  for (const { start, end } of secretsIn(text)) {
    shown = shown.slice(0, start) + '•'.repeat(end - start) + shown.slice(end);
  }
  return shown;
}

/** The keys of cloud providers in a text. */
export function accessKeysIn(text: string): Secret[] {
  return accessKeys.flatMap(form => bySign(text, form));
}

/** The tokens of other services in a text. */
export function tokensIn(text: string): Secret[] {
  return [...tokens.flatMap(form => bySign(text, form)), ...byUnderscore(text), ...webhooksIn(text)];
}

/** The passwords in addresses (`postgres://app:...@db`) in a text: their own ranges. */
export function passwordsIn(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const match = matchAt(login, text, at + 3);
    const [whole = '', password = '', host = ''] = match ?? [];
    if (!match || exampleHost.test(host.replace(/(?<!\.)\.+$/, '')) || !looksLikePassword(password)) continue;
    const start = match.index + whole.length - host.length - 1 - password.length;
    found.push({ start, end: start + password.length });
  }
  return found;
}

/** Where private keys begin in a text, each with what comes below. */
export function privateKeysIn(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf('PRIVATE KEY'); at >= 0; at = text.indexOf('PRIVATE KEY', at + 1)) {
    const start = text.lastIndexOf('-----BEGIN', at);
    const match = start >= 0 && start >= at - mostBefore ? matchAt(beginning, text, start) : undefined;
    if (!match) continue;
    const end = start + match[0].length;
    // A line or two of the key itself; `\n` may be written out.
    const body = text
      .slice(end, end + 400)
      .replace(/<!--[^>]*-->|\\n|[\s>|#]|(?:Proc-Type|DEK-Info|Version|Comment):[^\r\n]*/g, '');
    const [key = ''] = /^[A-Za-z\d+/=]{40,}/.exec(body) ?? [];
    if (key !== '' && isRandom(key)) found.push({ start, end });
  }
  return found;
}

function bySign(text: string, { service, sign, within, form, labeled }: Form): Secret[] {
  const found: Secret[] = [];
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const start = within === 0 ? at : wordStart(text, at, within);
    const secret = secretAt(form, text, start, service, labeled);
    if (secret && secret.end > (found.at(-1)?.end ?? 0)) found.push(secret);
  }
  return found;
}

function byUnderscore(text: string): Secret[] {
  const found: Secret[] = [];
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
    const { service, prefix, form } = byEnding.get(text.slice(Math.max(0, at - 2), at)) ?? none;
    const secret = form && secretAt(form, text, at - prefix.length, service);
    if (secret) found.push(secret);
  }
  return found;
}

function webhooksIn(text: string): Secret[] {
  const found: Secret[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    for (const { service, form } of webhooks) {
      const secret = secretAt(form, text, at + 3, service);
      if (secret) found.push(secret);
    }
  }
  return found;
}

function secretAt(
  form: RegExp,
  text: string,
  start: number,
  service: string,
  labeled?: boolean,
): Secret | undefined {
  if (isWord(text.charCodeAt(start - 1)) && isWord(text.charCodeAt(start))) return undefined;
  const match = matchAt(form, text, start);
  const secret = match?.[1] ?? '';
  if (!match || !isRandom(secret)) return undefined;
  const end = start + match[0].length;
  return { start: labeled ? end - secret.length : start, end, service };
}

/** Whether a character is a letter, a digit or an underscore of ASCII; not a number before the text begins. */
function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
  );
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | undefined {
  form.lastIndex = at;
  return form.exec(text) ?? undefined;
}

/** Where the run of letters, digits and hyphens around an offset begins, but no further away than that. */
function wordStart(text: string, at: number, most: number): number {
  let start = at;
  while (start > at - most && start > 0 && /[\w-]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** Whether the signs look drawn by lot: no word of a stand-in among them, and as mixed as chance makes them. */
function isRandom(secret: string): boolean {
  return !standIn.test(secret) && entropyOf(secret) > 3;
}

/** A password that somebody set, not the word for one: letters and digits, and no name of a variable. */
function looksLikePassword(password: string): boolean {
  if (/[${}%[\]()]/.test(password) || standIn.test(password)) return false;
  return /[A-Za-z]/.test(password) && /\d/.test(password) && entropyOf(password) > 2.5;
}

/** How mixed the signs of a text are, in bits a sign (Shannon). */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
