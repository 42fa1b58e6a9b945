import type { ComponentChildren } from 'preact';
import type { Me } from '../../../services/portal/answers.ts';
import { may, useMe } from '../api/me.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../ui/page.tsx';
import './studio.css';

/** Around every page of the studio: others than its readers find nothing here. */
export const StudioFrame = ({ children }: { children: (me: Me) => ComponentChildren }) => {
  const me = useMe();
  if (!me) return null;
  return may(me, 'read-changes') ? <Page class="studio">{children(me)}</Page> : <NotFoundPage />;
};
