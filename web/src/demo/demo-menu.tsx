import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { NextDeadline } from '../../../services/demo/answers.ts';
import type { Me } from '../../../services/portal/answers.ts';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/format.ts';
import { startPath } from '../paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { useMenu } from '../ui/use-menu.ts';
import './demo-parts.css';
import { moveClock } from './move-clock.ts';
import { tourOf } from './roles.ts';
import { goTo } from './tour-store.ts';
import { useDemoTexts } from './words.ts';

/** A deadline ends with its day: the minute after it is when things happen. */
const justAfter = (at: string): string => new Date(Date.parse(at) + 60_000).toISOString();

const useClock = () => {
  const client = useQueryClient();
  const t = useDemoTexts().menu;
  const format = useFormat();
  const [moving, setMoving] = useState(false);
  const [said, setSaid] = useState('');
  const move = async (step: { add: string } | { to: string }): Promise<void> => {
    setMoving(true);
    setSaid(t.moving);
    try {
      const { now, quiet, happened } = await moveClock(step);
      setSaid(`${quiet ? t.moved(format.longDay(now)) : t.busy(format.longDay(now))} ${t.happened(happened)}`);
    } catch {
      setSaid(t.failed);
    }
    // Whoever presses again means the deadline after this one: until it is known, there is nothing to press.
    await client.invalidateQueries({ queryKey: ['demo', 'next'] });
    setMoving(false);
    await client.invalidateQueries();
  };
  return { moving, said, move };
};

const ClockButtons = ({ open }: { open: boolean }) => {
  const t = useDemoTexts().menu;
  const format = useFormat();
  const { moving, said, move } = useClock();
  const next = useQuery({
    queryKey: ['demo', 'next'],
    queryFn: ({ signal }) => api.get<NextDeadline>('/api/demo/next-deadline', signal),
    enabled: open,
  }).data;
  const at = next?.at;
  return (
    <>
      <h3>{t.forward}</h3>
      <p class="soft">{t.hint}</p>
      <div class="demo-menu__steps">
        <Button small disabled={moving} onClick={() => void move({ add: 'P1D' })}>
          {t.day}
        </Button>
        <Button small disabled={moving} onClick={() => void move({ add: 'P7D' })}>
          {t.week}
        </Button>
        <Button small disabled={moving || !at} onClick={() => at && void move({ to: justAfter(at) })}>
          {at ? t.nextAt(format.day(justAfter(at))) : next ? t.none : t.next}
        </Button>
      </div>
      <p role="status" class="demo-menu__said">
        {said}
      </p>
    </>
  );
};

/** What only the demo has: the clock, the tour and the way to another role. */
export const DemoMenu = ({ me }: { me: Me }) => {
  const t = useDemoTexts().menu;
  const format = useFormat();
  const { details, close, closeOnEscape } = useMenu();
  const [open, setOpen] = useState(false);
  return (
    <details ref={details} class="demo-menu" onKeyDown={closeOnEscape} onToggle={() => setOpen(details.current?.open ?? false)}>
      <summary>{t.title}</summary>
      <div class="demo-menu__panel">
        <p>
          <strong>{t.today(format.longDay(me.today))}</strong>
        </p>
        <ClockButtons open={open} />
        <p class="demo-menu__more">
          <LinkButton
            onClick={() => {
              goTo({ tour: tourOf(me), step: 0 });
              close();
            }}
          >
            {t.tour}
          </LinkButton>
          <a href={startPath}>{t.role}</a>
        </p>
      </div>
    </details>
  );
};
