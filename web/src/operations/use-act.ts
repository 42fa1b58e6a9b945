import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { api } from '../api/client.ts';

/** Something operations do to one row of a list: the list is read again afterwards, and `onSaid` is told what came of it, a refusal in its own words. */
export const useAct = (list: readonly string[], onSaid: (said: string) => void) => {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ path, body }: { path: string; body?: unknown }) => api.post<unknown>(path, body),
    onSettled: () => client.invalidateQueries({ queryKey: list }),
  });
  const say = async (path: string, done: string): Promise<void> => {
    try {
      await mutation.mutateAsync({ path });
      onSaid(done);
    } catch (error) {
      onSaid((error as Error).message);
    }
  };
  return { send: mutation.mutateAsync, say, isPending: mutation.isPending };
};
