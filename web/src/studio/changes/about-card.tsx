import type { Change } from '../../../../services/studio/changes/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { releasePath } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { FactList, FactRow } from '../../ui/lines.tsx';
import { ClassWords } from '../state-badge.tsx';
import { useStudioTexts } from '../words.ts';
import { signersOf } from './missing.ts';

/** Who has to sign, and who has. */
const Signatures = ({ change }: { change: Change }) => {
  const t = useStudioTexts();
  const { dayAndTime } = useFormat();
  const due = signersOf(change);
  return (
    <ul class="plain-list">
      {due.map((as) => {
        const given = change.approvals.find((each) => each.as === as);
        return (
          <li key={as}>
            {t.signers[as]}: {given ? t.about.signed(given.name, dayAndTime(given.at)) : t.about.waits}
          </li>
        );
      })}
    </ul>
  );
};

/** What kind of change it is, who wrote it and whose word it needs. */
export const AboutCard = ({ change }: { change: Change }) => {
  const t = useStudioTexts();
  const { dayAndTime } = useFormat();
  const { about } = t;
  const rows = [
    ...(change.class
      ? [
          {
            name: about.class,
            value: (
              <>
                <ClassWords kind={change.class} legal={false} />
                <span class="about-hint">{t.classHints[change.class]}</span>
              </>
            ),
          },
          { name: about.legal, value: change.legal ? about.legalYes : about.legalNo },
        ]
      : []),
    { name: about.signs, value: <Signatures change={change} /> },
    { name: about.authors, value: change.authors.map((each) => each.name).join(', ') },
    ...(change.submittedAt ? [{ name: about.submitted, value: dayAndTime(change.submittedAt) }] : []),
    ...(change.releaseNo === null
      ? []
      : [{ name: about.release, value: <a href={releasePath(change.releaseNo)}>{t.releaseNo(change.releaseNo)}</a> }]),
  ];
  return (
    <Card id="ueber-aenderung" title={about.title}>
      <FactList>
        {rows.map(({ name, value }) => (
          <FactRow name={name} key={name}>
            {value}
          </FactRow>
        ))}
      </FactList>
    </Card>
  );
};
