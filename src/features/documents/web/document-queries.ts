import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, given } from '../../../platform/web/api.ts';
import type { DocumentAnswer, DocumentsAnswer } from '../model/contract.ts';

export const allDocumentsKey = ['documents', 'list'] as const;
const documentKey = (id: string) => ['documents', 'one', id] as const;

type View = {
  page: number;
  size: number;
  text: string | undefined;
  filters: Readonly<Record<string, string | undefined>>;
};

/** A page of the list of documents. */
export async function loadDocuments(view: View, signal: AbortSignal): Promise<DocumentsAnswer> {
  const withdrawn = view.filters['withdrawn'] === 'true' ? ('true' as const) : undefined;
  const query = given({ text: view.text, withdrawn, page: view.page, size: view.size });
  return await answer(api.GET('/api/documents', { params: { query }, signal }));
}

/** One document with its clauses. */
export function useDocument(id: string): UseQueryResult<DocumentAnswer> {
  return useQuery({
    queryKey: documentKey(id),
    queryFn: async ({ signal }): Promise<DocumentAnswer> =>
      await answer(api.GET('/api/documents/{id}', { params: { path: { id } }, signal })),
  });
}

/** Takes the document that a change answered in place of the one shown, so that nothing flickers. */
export function useChanged(): (document: DocumentAnswer) => void {
  const queries = useQueryClient();
  return (document) => {
    queries.setQueryData(documentKey(document.id), document);
    void queries.invalidateQueries({ queryKey: allDocumentsKey });
  };
}
