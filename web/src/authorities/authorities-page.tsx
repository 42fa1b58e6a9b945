import { SimulationMark } from '../cases/simulation-mark.tsx';
import { useDemo } from '../demo/use-demo.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import './authorities.css';
import { DemoModes } from './demo-modes.tsx';
import { FiguresTable } from './figures-table.tsx';
import { useFigures } from './queries.ts';
import { useAuthoritiesTexts } from './words.ts';

/** How long others take to answer; in the demo also how they behave. */
export const AuthoritiesPage = () => {
  const t = useAuthoritiesTexts();
  const { data } = useFigures();
  const demo = useDemo();
  return (
    <Page class="authorities-page">
      <header>
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <p class="authorities-page__simulation">
        <SimulationMark /> {t.simulation}
      </p>
      {data && data.items.length === 0 && <Notice>{t.none}</Notice>}
      {data && data.items.length > 0 && (
        <>
          <FiguresTable items={data.items} />
          <p class="field__hint">{t.small}</p>
        </>
      )}
      {demo && <DemoModes />}
    </Page>
  );
};
