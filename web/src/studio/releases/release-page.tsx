import { useRoute } from 'preact-iso';
import type { ReleaseDetail } from '../../../../services/studio/releases/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { changePath, releasesPath, studioPath } from '../../paths.ts';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { Card } from '../../ui/card.tsx';
import { FactList, FactRow } from '../../ui/lines.tsx';
import { Breadcrumb } from '../../ui/page.tsx';
import { CompareFiles } from '../compare/compare-files.tsx';
import { useRelease } from '../queries.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { useStudioTexts } from '../words.ts';
import { UndoForm, UndoState } from './release-undo.tsx';
import { useReleasesTexts } from './words.ts';

/** The first start brings every file of the repository at once: pictures of all of them help nobody. */
const mostCompared = 12;

const Facts = ({ release }: { release: ReleaseDetail }) => {
  const t = useStudioTexts();
  const words = useReleasesTexts();
  const { dayAndTime } = useFormat();
  const rows = [
    { name: words.kind, value: words.kinds[release.kind] },
    { name: words.at, value: dayAndTime(release.at) },
    { name: words.author, value: release.authorName || t.nobody },
    ...(release.approvedBy.length > 0 ? [{ name: words.approved, value: release.approvedByNames.join(', ') }] : []),
    ...(release.changeId
      ? [
          {
            name: t.about.title,
            value: <a href={changePath(release.changeId)}>{words.change}</a>,
          },
        ]
      : []),
  ];
  return (
    <Card id="ueber-freigabe" title={t.releaseNo(release.releaseNo)}>
      <FactList>
        {rows.map(({ name, value }) => (
          <FactRow name={name} key={name}>
            {value}
          </FactRow>
        ))}
      </FactList>
      <p>
        <a href={`/api/model-releases/${release.releaseNo}/export`} download>
          {words.export}
        </a>
      </p>
      <p class="field__hint">{words.exportHint}</p>
    </Card>
  );
};

const ReleaseView = ({ release }: { release: ReleaseDetail }) => {
  const t = useStudioTexts();
  const words = useReleasesTexts();
  return (
    <>
      <Breadcrumb label={t.breadcrumb}>
        <a href={studioPath}>{t.title}</a> <span aria-hidden="true">›</span> <a href={releasesPath}>{t.pages.releases}</a>{' '}
        <span aria-hidden="true">›</span> {t.releaseNo(release.releaseNo)}
      </Breadcrumb>
      <header class="studio-head">
        <h1 lang="de">{release.title}</h1>
      </header>
      <UndoState release={release} />
      <div class="change-columns">
        <div class="change-columns__main">
          <section class="studio-part" aria-labelledby="freigabe-warum">
            <div class="studio-part__head">
              <h2 id="freigabe-warum">{words.why}</h2>
            </div>
            {release.reason ? (
              <p class="why-text" lang="de">
                {release.reason}
              </p>
            ) : (
              <p class="soft">{t.why.none}</p>
            )}
          </section>
          <UndoForm release={release} />
        </div>
        <div class="change-columns__side">
          <Facts release={release} />
        </div>
      </div>
      <section class="studio-part" aria-labelledby="freigabe-vergleich">
        <div class="studio-part__head">
          <h2 id="freigabe-vergleich">{words.changes}</h2>
        </div>
        {release.files.length > mostCompared ? (
          <>
            <p>{words.manyFiles(release.files.length)}</p>
            <ul class="release-files">
              {release.files.map((file) => (
                <li key={file.path}>
                  <code>{file.path}</code>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <CompareFiles files={release.files} differences={release.differences} />
        )}
      </section>
    </>
  );
};

const Loaded = ({ releaseNo }: { releaseNo: number }) => {
  const { data, error } = useRelease(releaseNo);
  if (error && !data) return <NotFoundPage />;
  return data ? <ReleaseView release={data} /> : <div aria-busy="true" />;
};

/** One release: who, why, what, and the way back. */
export const ReleasePage = () => {
  const { params } = useRoute();
  const releaseNo = Number(params.releaseNo);
  return <StudioFrame>{() => <Loaded key={releaseNo} releaseNo={releaseNo} />}</StudioFrame>;
};
