import { may, useMe } from '../api/me.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../ui/page.tsx';
import './audit.css';
import { Entries } from './entries.tsx';
import { type AuditView, pathOf, useAuditFilter } from './filter.ts';
import { Filters } from './filters.tsx';
import { PersonPicker } from './person-picker.tsx';
import { Readers } from './readers.tsx';
import { TrailState } from './trail-state.tsx';
import { useAuditTexts } from './words.ts';

const Views = () => {
  const t = useAuditTexts();
  const { filter, view } = useAuditFilter();
  return (
    <nav class="audit-views" aria-label={t.views}>
      <ul>
        {(['entries', 'readers'] as const satisfies AuditView[]).map((each) => (
          <li key={each}>
            <a href={pathOf(filter, each)} aria-current={view === each ? 'page' : undefined}>
              {t[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Data protection's page: who read, changed or was refused what, whose list of readers somebody asks for, and whether the trail is whole. */
export const AuditPage = () => {
  const t = useAuditTexts();
  const me = useMe();
  const { view } = useAuditFilter();
  if (!me) return null;
  if (!may(me, 'read-audit')) return <NotFoundPage />;
  return (
    <Page class="audit-page">
      <header>
        <h1>{t.title}</h1>
        <p class="soft">
          {t.lead} {t.noted} {t.hidden}
        </p>
      </header>
      <TrailState />
      <PersonPicker />
      <Views />
      <Filters />
      {view === 'entries' ? <Entries /> : <Readers />}
    </Page>
  );
};
