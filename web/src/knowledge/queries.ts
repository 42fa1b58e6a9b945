import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { Article, Articles, Content, FeedbackList } from '../../../services/knowledge/answers.ts';
import { api } from '../api/client.ts';
import { searchOf } from '../paths.ts';

type Place = { process?: string | undefined; elementId?: string | undefined; norm?: string | undefined };

export const useArticles = (place: Place = {}, wanted = true) =>
  useQuery({
    queryKey: ['articles', 'list', place],
    queryFn: ({ signal }) => api.get<Articles>(`/api/knowledge/articles${searchOf(place)}`, signal),
    enabled: wanted,
  });

export const useArticle = (articleId: string, wanted = true) =>
  useQuery({
    queryKey: ['articles', 'one', articleId],
    queryFn: ({ signal }) => api.get<Article>(`/api/knowledge/articles/${articleId}`, signal),
    enabled: wanted,
    throwOnError: true,
  });

const useArticleChange = <Command>(change: (command: Command) => Promise<Article>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['articles'] }) });
};

/** Begins an article, or changes the one that was seen in this version. */
export const useSaveArticle = (articleId: string | undefined) =>
  useArticleChange(({ version, ...content }: Content & { version?: number | undefined }) =>
    articleId
      ? api.patch<Article>(`/api/knowledge/articles/${articleId}`, { ...content, version })
      : api.post<Article>('/api/knowledge/articles', content),
  );

export const usePublish = () =>
  useArticleChange(({ articleId, revision }: Pick<Article, 'articleId' | 'revision'>) =>
    api.post<Article>(`/api/knowledge/articles/${articleId}/publish`, { version: revision }),
  );

export const readArticle = (articleId: string): Promise<Article> => api.get<Article>(`/api/knowledge/articles/${articleId}`);

export const useFeedback = (process: string, wanted: boolean) =>
  useQuery({
    queryKey: ['feedback', process],
    queryFn: ({ signal }) => api.get<FeedbackList>(`/api/processes/${encodeURIComponent(process)}/feedback`, signal),
    enabled: wanted,
    // Nobody is told of a note: it may wait for the next look.
    refetchInterval: 30_000,
  });

export const useGiveFeedback = (taskId: string) =>
  useMutation({ mutationFn: (text: string) => api.post<unknown>(`/api/tasks/${taskId}/feedback`, { text }) });

export const useSettle = (process: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ feedbackId, answer }: { feedbackId: string; answer: string | null }) =>
      api.post<unknown>(`/api/processes/${encodeURIComponent(process)}/feedback/${feedbackId}/settle`, { answer }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['feedback', process] }),
  });
};
