import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { escaped, html, joined } from '../../drawing/html.ts';
import { drawn, drawnHtml, hostile } from '../core/pages/drawn.ts';

describe('text in HTML', () => {
  it('is text in an element and in an attribute, whatever signs are in it', () => {
    fc.assert(
      fc.property(hostile, text => {
        fc.pre(text !== '');
        const element = html`<p title="${escaped(text)}">${escaped(text)}</p><p title='${escaped(text)}'></p>`;
        assert.deepEqual(drawnHtml(element), [drawn(`p ${text}`, text), drawn(`p ${text}`)]);
        assert.doesNotMatch(escaped(text), /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it('does not fit where HTML is wanted until it is escaped', () => {
    const text: string = 'x';
    // @ts-expect-error
    html`<p>${text}</p>`;
    // @ts-expect-error
    joined([text]);
    // @ts-expect-error
    joined([`<p>${escaped(text)}</p>`]);
    assert.equal(html`<p>${escaped(text)}</p>`, '<p>x</p>');
  });
});
