import { useQuery } from '@tanstack/preact-query';
import { useHealthTexts } from './health-words.ts';

type Health = Record<string, string>;

/** 503 carries the same body as 200 and says which part is down; only no answer at all is a failure. */
const read = async (signal: AbortSignal): Promise<Health> => (await (await fetch('/api/health', { signal })).json()) as Health;

/** Whether everything works, and which version this is. */
export const HealthLine = () => {
  const t = useHealthTexts();
  const { data, isError } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => read(signal),
    refetchInterval: 30_000,
    retry: false,
  });
  const health: Health | undefined = isError ? { status: 'down' } : data;
  if (!health) return null;
  const { version, status, ...parts } = health;
  const down = Object.keys(parts).filter((name) => parts[name] !== 'ok');
  return (
    <p class="health">
      {status === 'ok' ? t.ok : t.down(down.map((name) => t.parts[name as keyof typeof t.parts] ?? name))}
      {version ? ` · ${t.version(version)}` : ''}
    </p>
  );
};
