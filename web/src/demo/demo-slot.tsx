import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../../services/portal/answers.ts';
import { useDemo } from './use-demo.ts';

type Parts = typeof import('./demo-parts.tsx');
type PartName = 'menu' | 'tour';

let loading: Promise<Parts> | undefined;

const load = (): Promise<Parts> => {
  loading ??= import('./demo-parts.tsx');
  return loading;
};

/** The demo's places in the frame of every page. Elsewhere they are empty and their code is never loaded. */
export const DemoSlot = ({ me, part }: { me: Me | null | undefined; part: PartName }) => {
  const demo = useDemo();
  const staff = demo && !me?.applicant ? me : null;
  const wanted = Boolean(staff);
  const [Part, setPart] = useState<ComponentType<{ me: Me }>>();
  useEffect(() => {
    if (wanted) void load().then((parts) => setPart(() => parts[part]));
  }, [wanted, part]);
  return staff && Part ? <Part me={staff} /> : null;
};
