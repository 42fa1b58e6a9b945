import { connect } from '../../db/connection.ts';
import { reachDatabase } from '../embedded/index.ts';
import { lastSigned } from '../platform/audit-heads.ts';
import { checkAudit } from '../platform/check-audit.ts';
import { readConfig } from '../platform/config.ts';
import { runPlainly } from './run-plainly.ts';

/** `npm run audit`: looks at the whole audit trail and says whether it is what it was. Ends with 1 when it is not. Beside a running Lotse or a stopped one. */
const run = async (): Promise<void> => {
  const config = readConfig(process.env);
  const { url, release } = await reachDatabase(config);
  const db = connect(url, 2);
  try {
    const begun = performance.now();
    const { entries, fault } = await checkAudit(db, config);
    const signed = lastSigned(config.auditHeadsFile);
    console.log(`${entries} Einträge geprüft in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
    console.log(
      signed ? `Kettenenden zuletzt unterschrieben: ${signed} (${config.auditHeadsFile})` : 'Kettenenden sind noch nicht unterschrieben.',
    );
    console.log(fault === null ? 'Das Protokoll ist vollständig und unverändert.' : `Das Protokoll ist nicht unverändert. ${fault}`);
    if (fault !== null) process.exitCode = 1;
  } finally {
    await db.destroy();
    await release();
  }
};

await runPlainly(run);
