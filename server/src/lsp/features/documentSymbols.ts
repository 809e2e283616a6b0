import { type DocumentSymbol, DocumentSymbolRequest, type SymbolInformation } from 'vscode-languageserver';
import {
  type DocumentSymbol as Found,
  documentSymbols as symbolsOf,
} from '../../core/features/documentSymbols.ts';
import { type Encoding, type Measured, rangeAt } from '../positions.ts';
import { object } from '../shapes.ts';
import { symbolKind } from '../symbolKinds.ts';
import { visible } from '../visible.ts';
import { documentRequest, type Feature, textDocument } from './feature.ts';

/** The records of a document and its sections that cite: below each other where the client can, else in a list. */
export const documentSymbols: Feature = {
  announces: ({ nestedSymbols }) => ({
    documentSymbolProvider: nestedSymbols ? { label: 'Tickmark' } : true,
  }),
  answers: [
    documentRequest(
      DocumentSymbolRequest.type,
      object({ textDocument }),
      [],
      (document, { textDocument: { uri } }, context): DocumentSymbol[] | SymbolInformation[] => {
        const editing = context.editingOf(document);
        if (!editing) return [];
        const found = symbolsOf(editing);
        const { encoding, nestedSymbols } = context.abilities;
        const { buffer } = document;
        return nestedSymbols
          ? found.map(one => nested(one, buffer, encoding))
          : found.flatMap(one => flat(one, uri, buffer, encoding));
      },
    ),
  ],
};

function nested(found: Found, measured: Measured, encoding: Encoding): DocumentSymbol {
  return {
    name: visible(found.name),
    detail: visible(found.detail),
    kind: symbolKind(found.sort),
    range: rangeAt(measured, found.range, encoding),
    selectionRange: rangeAt(measured, found.selection, encoding),
    children: found.children.map(child => nested(child, measured, encoding)),
  };
}

function flat(
  found: Found,
  uri: string,
  measured: Measured,
  encoding: Encoding,
  containerName?: string,
): SymbolInformation[] {
  const name = visible(found.name);
  const own: SymbolInformation = {
    name,
    kind: symbolKind(found.sort),
    location: { uri, range: rangeAt(measured, found.selection, encoding) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [own, ...found.children.flatMap(child => flat(child, uri, measured, encoding, name))];
}
