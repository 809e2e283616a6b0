import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver';
import { documentLinks as linksIn } from '../../core/features/documentLinks.ts';
import { fullNameOf } from '../../core/program/record.ts';
import { placeOfLink } from '../chainPlaces.ts';
import { rangeAt } from '../positions.ts';
import { object } from '../shapes.ts';
import { visible } from '../visible.ts';
import { documentRequest, type Feature, textDocument } from './feature.ts';

/** The ids of records and the files that a document names, as links. */
export const documentLinks: Feature = {
  announces: () => ({ documentLinkProvider: {} }),
  answers: [
    documentRequest(DocumentLinkRequest.type, object({ textDocument }), [], async (document, _, context) => {
      const editing = context.editingOf(document);
      const { hosted, buffer } = document;
      if (!editing || !hosted) return [];
      const { encoding, linkTooltips } = context.abilities;
      const links: DocumentLink[] = [];
      for (const { range, target } of linksIn(editing)) {
        const place = await placeOfLink(target, hosted.host, context);
        if (!place) continue;
        const { line, character } = place.range.start;
        links.push({
          range: rangeAt(buffer, range, encoding),
          // VS Code and lsp-mode go to the line and column that such a fragment names.
          target: target.of === 'file' ? place.uri : `${place.uri}#${line + 1},${character + 1}`,
          ...(linkTooltips && target.of === 'record' ? { tooltip: visible(fullNameOf(target.entry)) } : {}),
        });
      }
      return links;
    }),
  ],
};
