import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { ReleaseNote, ReleaseNotes } from '../../../../services/studio/releases/answers.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { processPath } from '../../paths.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { useEntryTexts } from '../entry-words.ts';
import './note-strip.css';

const few = 1;
const queryKey = ['models', 'notes'];

/** "Neu an Ihren Abläufen": what changed in the models this person works by, until they have read it. One line, below the list, which stays where it is. */
export const NoteStrip = () => {
  const t = useEntryTexts().news;
  const { day } = useFormat();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api.get<ReleaseNotes>('/api/release-notes', signal)).items,
  });
  const read = useMutation({
    mutationFn: (note: ReleaseNote) => api.post<unknown>(`/api/release-notes/${note.noteId}/read`, {}),
    onSuccess: (_answer, note) => {
      client.setQueryData<ReleaseNote[]>(queryKey, (notes) =>
        notes?.map((each) => (each.noteId === note.noteId ? { ...each, read: true } : each)),
      );
      announce(t.readLong(note.title));
    },
  });
  const fresh = data?.filter((note) => !note.read) ?? [];
  if (fresh.length === 0) return null;
  return (
    <section class="note-strip" aria-label={t.title}>
      <ul>
        {fresh.slice(0, few).map((note) => (
          <li key={note.noteId}>
            <p>
              <strong>{t.title}</strong> <span class="note-strip__day">{day(note.at)}</span>{' '}
              {note.processes.map(({ id, name }) => (
                <a key={id} href={processPath(id)} lang="de">
                  {name}
                </a>
              ))}{' '}
              <span lang="de" title={note.title}>
                {note.text || note.title}
              </span>
            </p>
            <Button small aria-label={t.readLong(note.title)} disabled={read.isPending} onClick={() => read.mutate(note)}>
              {t.read}
            </Button>
          </li>
        ))}
      </ul>
      {fresh.length > few && <p class="note-strip__more">{t.more(fresh.length - few)}</p>}
    </section>
  );
};
