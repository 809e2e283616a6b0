import type { Webview } from 'vscode';
import type { Html } from '../../../drawing/html.ts';

/** Has a view show a document. */
export function draw(webview: Webview, document: Html): void {
  webview.html = document;
}
