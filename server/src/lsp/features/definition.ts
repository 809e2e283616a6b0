import { DefinitionRequest } from 'vscode-languageserver';
import { subjectsAt } from '../../core/features/at/subjectsAt.ts';
import { idOf } from '../../core/pages/subject.ts';
import { pageUri } from '../pages.ts';
import { type Feature, positionRequest } from './feature.ts';

/** What is cited, as documents that are the server's to give: for a client that opens such. */
export const definition: Feature = {
  announces: ({ virtualDocuments }) => (virtualDocuments ? { definitionProvider: true } : {}),
  answers: [
    positionRequest(DefinitionRequest.type, [], ({ editing, offset, host }, { abilities, folders }) => {
      if (!abilities.virtualDocuments) return [];
      const root = folders.uriOf(host.folder.root);
      const start = { line: 0, character: 0 };
      return (subjectsAt(editing, offset)?.subjects ?? []).map(subject => ({
        uri: pageUri({ root, page: idOf(subject) }),
        range: { start, end: start },
      }));
    }),
  ],
};
